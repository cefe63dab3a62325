package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Numbers;
import io.trunkline.launcher.ui.Texts;
import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.Collection;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** The panel that sends orders, with the depth of the contract in it. For the event dispatch thread. */
final class TradePanel {

    private final MainEngine engine;
    private final Texts texts;
    private final RequestLane lane;
    private final OwnRequests own;
    private final PriceDigits digits;
    private final OutcomeNote outcomes;
    private final TradeForm form;
    private final DepthPanel depth;
    private final NoteArea notes = new NoteArea();
    private final JPanel panel = new JPanel(new BorderLayout(0, 6));
    private InstrumentId instrument;

    /** What a panel holds; the instrument is null if there is none yet. */
    record Entered(InstrumentId instrument, TradeForm.Typed typed) {}

    /** The session's lanes must be ones that hand their notes to {@link #note}. */
    TradePanel(MainEngine engine, Texts texts, DeskSession session, OwnRequests own, FigureText figures,
            PriceDigits digits) {
        this.engine = engine;
        this.texts = texts;
        this.lane = session.lane();
        this.own = own;
        this.digits = digits;
        this.outcomes = new OutcomeNote(texts);
        this.form = new TradeForm(texts, figures);
        this.depth = new DepthPanel(texts, this::takePrice);
        form.symbol.addActionListener(event -> enterSymbol());
        refreshChoices();
        JPanel bottom = new JPanel(new BorderLayout());
        bottom.add(depth.component(), BorderLayout.NORTH);
        bottom.add(notes.component(), BorderLayout.CENTER);
        panel.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        JPanel top = new JPanel(new BorderLayout(0, 6));
        top.add(form.component(), BorderLayout.NORTH);
        top.add(buttons(), BorderLayout.SOUTH);
        panel.add(top, BorderLayout.NORTH);
        panel.add(bottom, BorderLayout.CENTER);
    }

    private JComponent buttons() {
        JPanel row = new JPanel(new GridLayout(1, 2, 6, 0));
        row.add(button("desk.trade.send", this::send));
        row.add(button("desk.trade.cancelAll", own::cancelAll));
        return row;
    }

    private JButton button(String key, Runnable action) {
        JButton button = new JButton(texts.get(key));
        button.setName(key);
        button.setToolTipText(texts.get(key + ".tip"));
        button.addActionListener(event -> action.run());
        return button;
    }

    JComponent component() {
        return panel;
    }

    TradeForm form() {
        return form;
    }

    void note(Note note) {
        notes.show(note);
    }

    /** Offers the exchanges and gateways that there are by now. */
    void refreshChoices() {
        TradeForm.offer(form.exchange, Choices.exchanges(engine.contracts()));
        TradeForm.offer(form.gateway, Choices.gateways(engine));
    }

    private void enterSymbol() {
        String typed = form.symbol.getText().strip();
        if (typed.isEmpty()) return;
        Exchange chosen = (Exchange) form.exchange.getSelectedItem();
        try {
            show(ContractFinder.find(typed, chosen, engine.contracts())
                    .orElseGet(() -> ContractFinder.literal(typed, chosen)), null);
        } catch (IllegalArgumentException e) {
            note(Note.error(texts.format("desk.fault.badSymbol", typed)));
        }
    }

    /** Turns to an instrument and asks for its ticks; at a gateway's path, or where it is listed if that is null. */
    void show(InstrumentId wanted, String gateway) {
        Optional<Contract> contract = gateway == null ? engine.contract(wanted)
                : engine.contract(gateway, wanted).or(() -> engine.contract(wanted));
        String path = gateway == null ? contract.map(Contract::gateway).orElse(chosenGateway()) : gateway;
        instrument = wanted;
        form.mark(null);
        form.exchange.setSelectedItem(wanted.exchange());
        form.symbol.setText(wanted.symbol());
        form.name.setText(contract.map(Contract::name).orElse(""));
        form.offset.setSelectedItem(contract.filter(Contract::netPosition).isPresent() ? Offset.NONE : Offset.OPEN);
        if (path != null) form.gateway.setSelectedItem(path);
        form.price.setText("");
        form.volume.setText("");
        depth.clear();
        engine.ticks().stream().filter(this::isShown).findFirst().ifPresent(this::show);
        notes.show(contract.isPresent() ? Note.plain("")
                : new Note(texts.format("desk.note.unlisted", wanted), Tone.WARNING));
        if (path != null) subscribe(new SubscribeRequest(path, wanted));
    }

    /** What the user chose and typed, for the panel in another language. */
    Entered entered() {
        return new Entered(instrument, form.typed());
    }

    /** Takes over what was chosen and typed in another panel, which asked for the ticks. */
    void enter(Entered entered) {
        instrument = entered.instrument();
        form.type(entered.typed());
        engine.ticks().stream().filter(this::isShown).findFirst().ifPresent(
                tick -> depth.show(tick, digits(tick.gateway())));
    }

    private String chosenGateway() {
        return (String) form.gateway.getSelectedItem();
    }

    private void subscribe(SubscribeRequest request) {
        lane.ask(() -> outcomes.trouble(engine.subscribe(request)));
    }

    /** Fills in what closes a position. */
    void fill(Fill fill) {
        show(fill.instrument(), fill.gateway());
        form.direction.setSelectedItem(fill.direction());
        form.offset.setSelectedItem(fill.offset());
        form.volume.setText(Numbers.text(fill.volume()));
    }

    private void takePrice(double price) {
        form.follow.setSelected(false);
        form.price.setText(PriceText.exact(price, digits(chosenGateway())));
    }

    /** Shows the instrument's newest tick, if it is among these. */
    void update(Collection<Tick> ticks) {
        ticks.stream().filter(this::isShown).reduce((earlier, later) -> later).ifPresent(this::show);
    }

    private boolean isShown(Tick tick) {
        String path = chosenGateway();
        return tick.instrument().equals(instrument) && (path == null || GatewayPath.isUnder(tick.gateway(), path));
    }

    private void show(Tick tick) {
        int decimals = digits(tick.gateway());
        depth.show(tick, decimals);
        if (form.follow.isSelected() && tick.lastPrice() != 0) {
            form.price.setText(PriceText.exact(tick.lastPrice(), decimals));
        }
    }

    private int digits(String gateway) {
        return instrument == null ? 0 : digits.of(gateway == null ? "" : gateway, instrument);
    }

    private void send() {
        if (isAnother(form.symbol.getText().strip())) enterSymbol();
        OrderEntry entry = form.entry(form.symbol.getText().isBlank() ? null : instrument);
        Optional<OrderEntry.Fault> fault = entry.fault();
        form.mark(fault.map(OrderEntry.Fault::field).orElse(null));
        if (fault.isPresent()) {
            note(Note.error(texts.format(fault.get().textKey(), fault.get().value())));
            return;
        }
        note(Note.plain(texts.get("desk.note.sending")));
        own.send(entry.request());
    }

    /** Whether a symbol was typed but not entered: what is sent must be what can be read. */
    private boolean isAnother(String typed) {
        return !typed.isEmpty() && (instrument == null || !typed.equals(instrument.symbol())
                || form.exchange.getSelectedItem() != instrument.exchange());
    }
}

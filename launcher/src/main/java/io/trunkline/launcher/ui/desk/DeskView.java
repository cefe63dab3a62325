package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.ui.Texts;
import io.trunkline.launcher.ui.UiStore;
import java.awt.event.HierarchyEvent;
import java.awt.event.HierarchyListener;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.Timer;

/**
 * What a trader looks at: trading panel, depth and tables of one engine, in panes that can be moved. For the event
 * dispatch thread.
 */
public final class DeskView implements AutoCloseable {

    private static final int REFRESH_MILLIS = 75;

    private final UiStore store;
    private final DeskSession session;
    private final DeskFeed feed;
    private final OwnRequests own;
    private final TradePanel panel;
    private final DeskTable<Tick> ticks;
    private final DeskTable<Order> active;
    private final DeskTable<Order> orders;
    private final DeskTable<Quote> quotes;
    private final DeskTable<Trade> trades;
    private final DeskTable<LogLine> log;
    private final DeskTable<Position> positions;
    private final DeskTable<Account> accounts;
    private final TableTabs orderTabs;
    private final DeskLayout layout;
    private final Timer timer = new Timer(REFRESH_MILLIS, event -> refresh());

    /** Makes the desk and begins to follow the engine's events. The engine and the session stay the caller's. */
    public DeskView(MainEngine engine, Texts texts, UiStore store, DeskSession session) {
        this.store = store;
        this.session = session;
        feed = new DeskFeed(session.nextLogNumber());
        PriceDigits digits = new PriceDigits(engine);
        FigureText figures = new FigureText(texts, digits);
        session.lane().onNote(this::note);
        session.cancelLane().onNote(this::note);
        own = new OwnRequests(engine, texts, session);
        panel = new TradePanel(engine, texts, session, own, figures, digits);
        ticks = new DeskTable<>(TableKinds.TICKS, texts, figures);
        active = new DeskTable<>(TableKinds.ACTIVE, texts, figures);
        orders = new DeskTable<>(TableKinds.ORDERS, texts, figures);
        quotes = new DeskTable<>(TableKinds.QUOTES, texts, figures);
        trades = new DeskTable<>(TableKinds.TRADES, texts, figures);
        log = new DeskTable<>(TableKinds.LOG, texts, figures);
        positions = new DeskTable<>(TableKinds.POSITIONS, texts, figures);
        accounts = new DeskTable<>(TableKinds.ACCOUNTS, texts, figures);
        orderTabs = new TableTabs(texts, active, orders, quotes);
        layout = new DeskLayout(panel.component(), new TableTabs(texts, ticks), orderTabs,
                new TableTabs(texts, trades), new TableTabs(texts, log), new TableTabs(texts, positions, accounts));
        log.stretch("message");
        log.apply(new Changes<>(Set.of(), session.log()));
        session.entered().ifPresent(panel::enter);
        addReflexes(new Cancels(engine, texts));
        layout.restore(store);
        restoreWindowsOnceShown();
        feed.start(engine);
        timer.start();
    }

    private void addReflexes(Cancels cancels) {
        RequestLane lane = session.cancelLane();
        for (DeskTable<Order> table : List.of(active, orders)) {
            table.onDoubleClick(order -> lane.ask(() -> cancels.orders(List.of(order))));
            table.addAction("desk.menu.cancel", chosen -> lane.ask(() -> cancels.orders(chosen)));
        }
        quotes.onDoubleClick(quote -> lane.ask(() -> cancels.quotes(List.of(quote))));
        quotes.addAction("desk.menu.cancel", chosen -> lane.ask(() -> cancels.quotes(chosen)));
        ticks.onDoubleClick(tick -> panel.show(tick.instrument(), tick.gateway()));
        positions.onDoubleClick(position -> panel.fill(Fill.closing(position)));
    }

    private void restoreWindowsOnceShown() {
        component().addHierarchyListener(new HierarchyListener() {
            @Override
            public void hierarchyChanged(HierarchyEvent event) {
                if (!component().isShowing()) return;
                component().removeHierarchyListener(this);
                layout.restoreWindows(store);
            }
        });
    }

    private void note(Note note) {
        panel.note(note);
    }

    /** Brings everything up to date with what came since the last call. */
    void refresh() {
        if (feed.takeNewChoices()) panel.refreshChoices();
        Changes<TickKey, Tick> newTicks = feed.ticks.drain();
        ticks.apply(newTicks);
        panel.update(newTicks.newest());
        Changes<Id, Order> newOrders = feed.orders.drain();
        own.update(newOrders.newest());
        orders.apply(newOrders);
        active.apply(newOrders);
        orderTabs.showCount(active);
        trades.apply(feed.trades.drain());
        quotes.apply(feed.quotes.drain());
        positions.apply(feed.positions.drain());
        accounts.apply(feed.accounts.drain());
        log.apply(feed.log.drain());
    }

    TradePanel panel() {
        return panel;
    }

    /** The component to show; always the same. */
    public JComponent component() {
        return layout.component();
    }

    /** Shows a contract in the trading panel and subscribes to it, as if the user had typed it there. */
    public void showContract(InstrumentId instrument) {
        panel.show(instrument, null);
    }

    /** Puts panes, tables and columns back to where they are at the first start. */
    public void restoreLayout() {
        layout.reset();
    }

    /** Puts layout and columns into the store, which the caller saves. */
    public void saveState() {
        layout.save(store);
    }

    /** Ends timers, handlers and detached windows. Idempotent. */
    @Override
    public void close() {
        timer.stop();
        feed.close();
        log.apply(feed.log.drain());
        session.keepLog(log.records());
        session.keepEntered(panel.entered());
        layout.attachAll();
    }
}

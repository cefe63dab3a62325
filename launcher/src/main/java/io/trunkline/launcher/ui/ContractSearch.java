package io.trunkline.launcher.ui;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.OptionTerms;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Finds contracts by a part of their id or name. For the event dispatch thread. */
final class ContractSearch {

    private static final int INTERVAL = 1_000; // ms
    private static final List<String> COLUMNS = List.of("id", "symbol", "exchange", "name", "product", "size", "tick",
            "minimum", "portfolio", "expiry", "strike", "option", "gateway");

    private final UiContext context;
    private final JTextField filter = new JTextField(24);
    private final JLabel count = new JLabel(" ");
    private final RowsTable table;
    private List<Contract> contracts = List.of();
    private JDialog dialog;

    private ContractSearch(UiContext context, Consumer<InstrumentId> choose) {
        this.context = context;
        table = new RowsTable("contracts",
                COLUMNS.stream().map(column -> context.text("frame.contract." + column)).toList());
        filter.setName("filter");
        filter.putClientProperty("JTextField.placeholderText", context.text("frame.search.hint"));
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                showMatching();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                showMatching();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                showMatching();
            }
        });
        table.table().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() < 2) return;
                table.selected().ifPresent(row -> choose.accept(InstrumentId.parse(row.get(0).toString())));
            }
        });
    }

    /** Opens a window that stays open, with a text typed already; a double click chooses a contract. */
    static ContractSearch open(UiContext context, Window owner, Consumer<InstrumentId> choose, String typed) {
        ContractSearch search = new ContractSearch(context, choose);
        search.filter.setText(typed);
        JPanel head = new JPanel(new BorderLayout(12, 0));
        head.add(search.filter, BorderLayout.LINE_START);
        head.add(search.count);
        JPanel content = new JPanel(new BorderLayout(0, 10));
        content.add(head, BorderLayout.PAGE_START);
        content.add(search.table.component());
        content.setPreferredSize(new Dimension(1_160, 480));
        search.dialog = Dialogs.of(owner, context.text("frame.search.title"), "search", content);
        Refresher<List<Contract>> refresher = Refresher.start(
                context.background(), INTERVAL, () -> context.engine().contracts(), search::show);
        Dialogs.onClosed(search.dialog, refresher::close);
        Dialogs.show(search.dialog);
        return search;
    }

    boolean isOpen() {
        return dialog.isDisplayable();
    }

    /** The text by which it filters. */
    String typed() {
        return filter.getText();
    }

    private void show(List<Contract> known) {
        if (known.equals(contracts)) return;
        contracts = known;
        showMatching();
    }

    private void showMatching() {
        List<List<Object>> rows = rows(contracts, filter.getText());
        table.show(rows);
        count.setText(context.texts().format("frame.search.count", rows.size(), contracts.size()));
    }

    /** A row for each contract whose id or name contains a text in upper or lower case, in order of the ids. */
    static List<List<Object>> rows(List<Contract> contracts, String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return contracts.stream()
                .filter(contract -> Stream.of(contract.instrument().toString(), contract.name())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(Comparator.comparing(contract -> contract.instrument().toString())).map(ContractSearch::row)
                .toList();
    }

    private static List<Object> row(Contract contract) {
        List<Object> row = new ArrayList<>(List.of(contract.instrument().toString(), contract.instrument().symbol(),
                contract.instrument().exchange(), contract.name(), contract.product(), contract.size(),
                contract.priceTick(), contract.minVolume()));
        OptionTerms option = contract.option();
        if (option == null) row.addAll(List.of("", "", "", ""));
        else row.addAll(List.of(option.portfolio(), option.expiry() == null ? "" : option.expiry(), option.strike(),
                option.type()));
        row.add(contract.gateway());
        return row;
    }
}

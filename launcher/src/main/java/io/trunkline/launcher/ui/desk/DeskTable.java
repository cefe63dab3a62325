package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Texts;
import io.trunkline.launcher.ui.UiStore;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;

/**
 * A table with its scroll bars, menu and columns. For the event dispatch thread.
 *
 * @param <R> the record that a row shows
 */
final class DeskTable<R> {

    private static final int ROW_HEIGHT = 22;

    private final TableKind<R> kind;
    private final FigureText figures;
    private final RecordTable<R> rows;
    private final JTable table;
    private final JScrollPane pane;
    private final TableColumns columns;
    private final Map<String, Consumer<List<R>>> actions = new LinkedHashMap<>();
    private String stretched = "";
    private Runnable windowAction = () -> { };

    DeskTable(TableKind<R> kind, Texts texts, FigureText figures) {
        this.kind = kind;
        this.figures = figures;
        this.rows = new RecordTable<>(kind, texts);
        this.table = new JTable(rows);
        this.pane = new JScrollPane(table);
        table.setName(kind.name());
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setRowHeight(ROW_HEIGHT);
        table.setFillsViewportHeight(true);
        table.setRowSorter(new ValueSorter<>(rows));
        for (int index = 0; index < rows.getColumnCount(); index++) {
            table.getColumnModel().getColumn(index).setCellRenderer(
                    new FigureRenderer<>(kind, kind.column(index), rows, figures));
        }
        pane.setBorder(BorderFactory.createEmptyBorder());
        this.columns = new TableColumns(kind, table);
        columns.restore(ColumnState.usual(kind));
        new TableMenu(this, texts).install(table);
    }

    /** Gives a column the room that is left whenever the table's own room changes. */
    void stretch(String column) {
        stretched = column;
        pane.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                stretch();
            }
        });
    }

    private void stretch() {
        int room = pane.getViewport().getWidth();
        if (!stretched.isEmpty() && room > 0) columns.stretch(stretched, room);
    }

    /** Does something with a record that is double-clicked; nothing if another one came under the mouse in between. */
    void onDoubleClick(Consumer<R> reflex) {
        table.addMouseListener(new MouseAdapter() {
            private Object aimedAt; // the key of the record under the first press, or null

            @Override
            public void mousePressed(MouseEvent event) {
                if (event.getClickCount() == 1) aimedAt = recordAt(event).map(kind.key()).orElse(null);
            }

            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() != 2 || !SwingUtilities.isLeftMouseButton(event)) return;
                recordAt(event).filter(record -> kind.key().apply(record).equals(aimedAt)).ifPresent(reflex);
            }
        });
    }

    private Optional<R> recordAt(MouseEvent event) {
        int row = table.rowAtPoint(event.getPoint());
        return row < 0 ? Optional.empty() : Optional.of(rows.record(table.convertRowIndexToModel(row)));
    }

    /** Adds a line to the menu, for the records of the selected rows. */
    void addAction(String textKey, Consumer<List<R>> action) {
        actions.put(textKey, action);
    }

    /** Sets what the menu does to move the table into a window of its own or back. */
    void onTurnWindow(Runnable action) {
        windowAction = action;
    }

    void turnWindow() {
        windowAction.run();
    }

    JComponent component() {
        return pane;
    }

    JTable table() {
        return table;
    }

    String name() {
        return kind.name();
    }

    TableKind<R> kind() {
        return kind;
    }

    TableColumns columns() {
        return columns;
    }

    int count() {
        return rows.getRowCount();
    }

    Set<String> actions() {
        return actions.keySet();
    }

    void act(String textKey) {
        actions.get(textKey).accept(selected());
    }

    void apply(Changes<?, R> changes) {
        if (!changes.isEmpty()) rows.apply(changes);
    }

    /** All records, the oldest first. */
    List<R> records() {
        return rows.oldestFirst();
    }

    List<R> selected() {
        return Arrays.stream(table.getSelectedRows()).map(table::convertRowIndexToModel).mapToObj(rows::record)
                .toList();
    }

    /** The rows and columns that are shown, in their order, for a spreadsheet. */
    List<String> csv() {
        List<DeskColumn<R>> shown = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (int view = 0; view < table.getColumnCount(); view++) {
            shown.add(kind.column(table.convertColumnIndexToModel(view)));
            headings.add(table.getColumnName(view));
        }
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < table.getRowCount(); row++) {
            R record = rows.record(table.convertRowIndexToModel(row));
            cells.add(shown.stream().map(column -> figures.exported(kind, column, record)).toList());
        }
        return TableCsv.lines(headings, cells);
    }

    void save(UiStore store) {
        store.put(storeKey(), columns.state().toString());
    }

    void restore(UiStore store) {
        columns.restore(ColumnState.parse(store.get(storeKey(), "")).orElseGet(() -> ColumnState.usual(kind)));
        stretch();
    }

    void reset() {
        columns.restore(ColumnState.usual(kind));
        stretch();
    }

    private String storeKey() {
        return "desk.table." + kind.name();
    }
}

package io.trunkline.launcher.ui.desk;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.swing.JTable;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/** The columns of a table: their order and widths, and which are shown. For the event dispatch thread. */
final class TableColumns {

    private static final int GAP = 14;
    private static final int LEAST_STRETCHED = 200;
    private static final int MOST_ROWS_MEASURED = 200;

    private final TableKind<?> kind;
    private final JTable table;
    private final List<TableColumn> all; // by the model's index

    TableColumns(TableKind<?> kind, JTable table) {
        this.kind = kind;
        this.table = table;
        this.all = Collections.list(table.getColumnModel().getColumns());
    }

    ColumnState state() {
        List<ColumnState.Place> places = new ArrayList<>();
        for (TableColumn column : Collections.list(table.getColumnModel().getColumns())) places.add(place(column));
        for (int index = 0; index < all.size(); index++) {
            if (!isShown(index)) places.add(place(all.get(index)));
        }
        return table.getRowSorter().getSortKeys().stream().findFirst()
                .filter(key -> key.getSortOrder() != SortOrder.UNSORTED)
                .map(key -> new ColumnState(places, kind.column(key.getColumn()).name(),
                        key.getSortOrder() == SortOrder.DESCENDING))
                .orElseGet(() -> new ColumnState(places, "", false));
    }

    private ColumnState.Place place(TableColumn column) {
        int index = column.getModelIndex();
        return new ColumnState.Place(kind.column(index).name(), column.getPreferredWidth(), !isShown(index));
    }

    /** Makes the columns stand so; those that the state does not know come last. */
    void restore(ColumnState state) {
        TableColumnModel shown = table.getColumnModel();
        all.forEach(shown::removeColumn);
        List<TableColumn> left = new ArrayList<>(all);
        for (ColumnState.Place place : state.columns()) {
            int index = index(place.name());
            if (index < 0 || !left.remove(all.get(index))) continue;
            all.get(index).setPreferredWidth(place.width());
            if (!place.isHidden()) shown.addColumn(all.get(index));
        }
        left.forEach(shown::addColumn);
        int sorted = index(state.sortedBy());
        table.getRowSorter().setSortKeys(sorted < 0 ? List.of() : List.of(new SortKey(
                sorted, state.isDescending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)));
    }

    private int index(String name) {
        for (int index = 0; index < all.size(); index++) {
            if (kind.column(index).name().equals(name)) return index;
        }
        return -1;
    }

    /** Whether the column of a model's index is shown. */
    boolean isShown(int index) {
        return table.convertColumnIndexToView(index) >= 0;
    }

    /** Shows a column where it stands among the others at first, or hides it. The last one stays. */
    void show(int index, boolean isWanted) {
        if (isWanted == isShown(index)) return;
        TableColumnModel shown = table.getColumnModel();
        if (!isWanted) {
            if (shown.getColumnCount() > 1) shown.removeColumn(all.get(index));
            return;
        }
        shown.addColumn(all.get(index));
        int before = index - 1;
        while (before >= 0 && !isShown(before)) before--;
        int place = before < 0 ? 0 : table.convertColumnIndexToView(before) + 1;
        shown.moveColumn(shown.getColumnCount() - 1, Math.min(place, shown.getColumnCount() - 1));
    }

    /** Makes each shown column as wide as its heading and the first rows need. */
    void fit() {
        for (int view = 0; view < table.getColumnCount(); view++) {
            TableColumn column = table.getColumnModel().getColumn(view);
            Component heading = table.getTableHeader().getDefaultRenderer().getTableCellRendererComponent(
                    table, column.getHeaderValue(), false, false, -1, view);
            int width = heading.getPreferredSize().width;
            for (int row = 0; row < Math.min(table.getRowCount(), MOST_ROWS_MEASURED); row++) {
                width = Math.max(width,
                        table.prepareRenderer(table.getCellRenderer(row, view), row, view).getPreferredSize().width);
            }
            column.setPreferredWidth(width + GAP);
        }
    }

    /** Lets a column have what room is left, if it needs none of the others'. */
    void stretch(String name, int room) {
        int index = index(name);
        if (!isShown(index)) return;
        int others = Collections.list(table.getColumnModel().getColumns()).stream()
                .filter(column -> column.getModelIndex() != index).mapToInt(TableColumn::getPreferredWidth).sum();
        all.get(index).setPreferredWidth(Math.max(LEAST_STRETCHED, room - others));
    }
}

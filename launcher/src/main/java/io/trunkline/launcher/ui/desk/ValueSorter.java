package io.trunkline.launcher.ui.desk;

import java.util.Comparator;
import java.util.List;
import javax.swing.SortOrder;
import javax.swing.table.TableRowSorter;

/** Sorts rows by what their figures are, not by how they are written. A third click brings back the usual order. */
final class ValueSorter<R> extends TableRowSorter<RecordTable<R>> {

    ValueSorter(RecordTable<R> rows) {
        super(rows);
        for (int column = 0; column < rows.getColumnCount(); column++) setComparator(column, byValue());
        setMaxSortKeys(1);
        setSortsOnUpdates(true);
    }

    /** Unknown figures come before all others. Figures of one column are all of one class. */
    @SuppressWarnings("unchecked")
    private static Comparator<Object> byValue() {
        return Comparator.nullsFirst((one, other) -> ((Comparable<Object>) one).compareTo(other));
    }

    @Override
    protected boolean useToString(int column) {
        return false;
    }

    @Override
    public void toggleSortOrder(int column) {
        List<? extends SortKey> keys = getSortKeys();
        boolean isDone = !keys.isEmpty() && keys.get(0).getColumn() == column
                && keys.get(0).getSortOrder() == SortOrder.DESCENDING;
        if (isDone) setSortKeys(List.of());
        else super.toggleSortOrder(column);
    }
}

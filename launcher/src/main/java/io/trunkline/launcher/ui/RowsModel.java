package io.trunkline.launcher.ui;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** Rows of values under fixed column names, replaced as a whole. For the event dispatch thread. */
final class RowsModel extends AbstractTableModel {

    private static final long serialVersionUID = 1;

    private final transient List<String> columns;
    private transient List<List<Object>> rows = List.of();

    RowsModel(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Shows other rows; a row that is shorter than the columns is filled with nothing. */
    void show(List<List<Object>> shown) {
        if (shown.equals(rows)) return;
        boolean isSameSize = shown.size() == rows.size();
        rows = shown;
        if (isSameSize) fireTableRowsUpdated(0, rows.size() - 1);
        else fireTableDataChanged();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        List<Object> values = rows.get(row);
        return column < values.size() ? values.get(column) : null;
    }
}

package io.trunkline.launcher.ui;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;

/**
 * A table of rows that are replaced as a whole again and again, sorted by value; the selected row stays selected as
 * long as there is one with the same first value. For the event dispatch thread.
 */
final class RowsTable {

    private static final int MEASURED = 40; // rows looked at for a column's width
    private static final int PADDING = 14; // pixels

    private final List<String> columns;
    private final RowsModel model;
    private final JTable table;
    private final TableRowSorter<RowsModel> sorter;
    private final JScrollPane pane;
    private boolean isMeasured;

    RowsTable(String name, List<String> columns) {
        this.columns = List.copyOf(columns);
        model = new RowsModel(columns);
        table = new JTable(model) {
            @Override
            public boolean getScrollableTracksViewportWidth() {
                return getParent() != null && getPreferredSize().width < getParent().getWidth();
            }
        };
        table.setName(name);
        table.setFillsViewportHeight(true);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setDefaultRenderer(Object.class, Labels.plain(new DefaultTableCellRenderer() {
            @Override
            protected void setValue(Object value) {
                setHorizontalAlignment(value instanceof Number ? SwingConstants.TRAILING : SwingConstants.LEADING);
                setText(Cells.text(value));
            }
        }));
        Labels.plain((JComponent) table.getTableHeader().getDefaultRenderer());
        sorter = new TableRowSorter<>(model);
        for (int column = 0; column < columns.size(); column++) sorter.setComparator(column, Cells.ORDER);
        table.setRowSorter(sorter);
        pane = new JScrollPane(table);
        measure();
    }

    JComponent component() {
        return pane;
    }

    JTable table() {
        return table;
    }

    TableRowSorter<RowsModel> sorter() {
        return sorter;
    }

    List<String> columns() {
        return columns;
    }

    /** Shows other rows. */
    void show(List<List<Object>> rows) {
        Object selected = selected().isPresent() && !columns.isEmpty() ? value(table.getSelectedRow(), 0) : null;
        model.show(rows);
        if (selected != null) select(selected);
        if (!isMeasured && !rows.isEmpty()) {
            isMeasured = true;
            measure();
        }
    }

    private void select(Object first) {
        for (int row = 0; row < table.getRowCount(); row++) {
            if (!first.equals(value(row, 0))) continue;
            if (table.getSelectedRow() != row) table.setRowSelectionInterval(row, row);
            return;
        }
        table.clearSelection();
    }

    private Object value(int row, int column) {
        return model.getValueAt(table.convertRowIndexToModel(row), column);
    }

    /** The values of the selected row, in the order of the columns. */
    Optional<List<Object>> selected() {
        int row = table.getSelectedRow();
        if (row < 0 || row >= table.getRowCount()) return Optional.empty();
        int modelRow = table.convertRowIndexToModel(row);
        return Optional.of(columns.stream().map(name -> model.getValueAt(modelRow, columns.indexOf(name)))
                .map(value -> value == null ? (Object) "" : value).toList());
    }

    private void measure() {
        for (int index = 0; index < table.getColumnCount(); index++) {
            TableColumn column = table.getColumnModel().getColumn(index);
            Component header = table.getTableHeader().getDefaultRenderer()
                    .getTableCellRendererComponent(table, column.getHeaderValue(), false, false, -1, index);
            int width = header.getPreferredSize().width + PADDING;
            for (int row = 0; row < Math.min(table.getRowCount(), MEASURED); row++) {
                Component cell = table.prepareRenderer(table.getCellRenderer(row, index), row, index);
                width = Math.max(width, cell.getPreferredSize().width + PADDING);
            }
            column.setPreferredWidth(width);
        }
    }
}

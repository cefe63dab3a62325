package io.trunkline.launcher.ui.desk;

import java.awt.Component;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** Draws the figures of a column. */
@SuppressWarnings("serial") // is never serialized
final class FigureRenderer<R> extends DefaultTableCellRenderer {

    private final TableKind<R> kind;
    private final DeskColumn<R> column;
    private final RecordTable<R> rows;
    private final FigureText figures;

    FigureRenderer(TableKind<R> kind, DeskColumn<R> column, RecordTable<R> rows, FigureText figures) {
        this.kind = kind;
        this.column = column;
        this.rows = rows;
        this.figures = figures;
        setHorizontalAlignment(column.kind().isNumber() ? SwingConstants.RIGHT : SwingConstants.LEFT);
        putClientProperty("html.disable", true); // what an exchange sends is text
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int shownColumn) {
        R record = rows.record(table.convertRowIndexToModel(row));
        String text = figures.shown(kind, column, record);
        super.getTableCellRendererComponent(table, text, isSelected, false, row, shownColumn);
        if (!isSelected) setForeground(Colours.of(column.tone().apply(record), table));
        boolean isCut = isCuttable() && width(text) > room(table, shownColumn);
        setToolTipText(isCut ? text : null);
        if (isCut && column.kind() == FigureKind.ID) setText(end(text, room(table, shownColumn)));
        return this;
    }

    private boolean isCuttable() {
        return column.kind() == FigureKind.TEXT || column.kind() == FigureKind.ID;
    }

    private int room(JTable table, int shownColumn) {
        return table.getColumnModel().getColumn(shownColumn).getWidth() - getInsets().left - getInsets().right - 1;
    }

    private int width(String text) {
        return getFontMetrics(getFont()).stringWidth(text);
    }

    private String end(String text, int room) {
        int from = 1;
        while (from < text.length() - 1 && width("…" + text.substring(from)) > room) from++;
        return "…" + text.substring(from);
    }
}

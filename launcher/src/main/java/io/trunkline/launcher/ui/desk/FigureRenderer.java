package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Labels;
import java.awt.Component;
import java.awt.event.MouseEvent;
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
        Labels.plain(this);
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

    @Override
    public String getToolTipText(MouseEvent event) {
        String cut = getToolTipText();
        return cut == null ? null : Labels.wrapped(cut);
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

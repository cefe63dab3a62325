package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.plaf.basic.BasicHTML;

/** Looks for texts that components of a window take for markup. */
public final class Markup {

    private Markup() {}

    /** Says that a component and all in it show texts as they are: items, cells, tabs, menus and tool tips too. */
    public static void assertNoneIn(Component shown) {
        if (shown instanceof JComponent component) {
            assertThat(component.getClientProperty(BasicHTML.propertyKey)).as(component.getName()).isNull();
            assertNoneInTip(tip(component));
            Optional.ofNullable(component.getComponentPopupMenu()).ifPresent(Markup::assertNoneIn);
        }
        if (shown instanceof JComboBox<?> box) assertNoneInItems(box);
        if (shown instanceof JTable table) assertNoneInCells(table);
        if (shown instanceof JTabbedPane tabs) assertNoneInTitles(tabs);
        if (shown instanceof Container container) {
            for (Component part : container.getComponents()) assertNoneIn(part);
        }
    }

    /** The tool tip as the mouse gets it from labels, cells among them. */
    private static String tip(JComponent component) {
        return component instanceof JLabel label
                ? label.getToolTipText(new MouseEvent(label, MouseEvent.MOUSE_MOVED, 0, 0, 0, 0, 0, false))
                : component.getToolTipText();
    }

    /** Says that a tool tip has no more markup than what breaks its lines. */
    public static void assertNoneInTip(String tip) {
        if (!BasicHTML.isHTMLString(tip)) return;
        assertThat(tip.replace("<br>", "")).matches("(?s)<html><div[^<>]*>[^<>]*</div></html>");
    }

    private static <T> void assertNoneInItems(JComboBox<T> box) {
        JList<T> list = new JList<>();
        for (int i = 0; i < box.getItemCount(); i++) {
            assertNoneIn(box.getRenderer().getListCellRendererComponent(list, box.getItemAt(i), i, false, false));
        }
    }

    private static void assertNoneInCells(JTable table) {
        for (int column = 0; column < table.getColumnCount(); column++) {
            assertNoneIn(table.getTableHeader().getDefaultRenderer().getTableCellRendererComponent(
                    table, table.getColumnModel().getColumn(column).getHeaderValue(), false, false, -1, column));
            for (int row = 0; row < table.getRowCount(); row++) {
                assertNoneIn(table.prepareRenderer(table.getCellRenderer(row, column), row, column));
            }
        }
    }

    private static void assertNoneInTitles(JTabbedPane tabs) {
        for (int i = 0; i < tabs.getTabCount(); i++) {
            assertThat(BasicHTML.isHTMLString(tabs.getTitleAt(i))).as(tabs.getTitleAt(i)).isFalse();
        }
    }
}

package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Texts;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * Tabs with tables, each of which can leave for a window of its own and comes back when that is closed. For the event
 * dispatch thread.
 */
final class TableTabs {

    private final Texts texts;
    private final List<DeskTable<?>> tables;
    private final JTabbedPane pane = new JTabbedPane();
    private final Map<DeskTable<?>, JFrame> windows = new LinkedHashMap<>();

    TableTabs(Texts texts, DeskTable<?>... tables) {
        this.texts = texts;
        this.tables = List.of(tables);
        for (DeskTable<?> table : tables) {
            pane.addTab(title(table), table.component());
            table.onTurnWindow(() -> turn(table));
        }
        pane.putClientProperty("JTabbedPane.trailingComponent", detachButton());
        pane.putClientProperty("JTabbedPane.tabHeight", 28);
    }

    private JComponent detachButton() {
        JButton button = new JButton(new WindowIcon());
        button.setName("desk.detach." + tables.get(0).name());
        button.setToolTipText(texts.get("desk.detach.tip"));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setFocusable(false);
        button.addActionListener(event -> shownTable().ifPresent(table -> detach(table, null)));
        JPanel right = new JPanel(new BorderLayout());
        right.setOpaque(false);
        right.add(button, BorderLayout.LINE_END);
        return right;
    }

    private Optional<DeskTable<?>> shownTable() {
        Component shown = pane.getSelectedComponent();
        return tables.stream().filter(table -> table.component() == shown).findFirst();
    }

    private String title(DeskTable<?> table) {
        return texts.get("desk." + table.name());
    }

    JComponent component() {
        return pane;
    }

    List<DeskTable<?>> tables() {
        return tables;
    }

    /** Writes how many rows a table has beside its title. */
    void showCount(DeskTable<?> table) {
        String text = table.count() == 0 ? title(table) : title(table) + " (" + table.count() + ")";
        int tab = pane.indexOfComponent(table.component());
        if (tab >= 0 && !pane.getTitleAt(tab).equals(text)) pane.setTitleAt(tab, text);
    }

    /** Moves a table into a window or back. */
    private void turn(DeskTable<?> table) {
        JFrame window = windows.get(table);
        if (window == null) detach(table, null);
        else attach(table);
    }

    /** Moves a table into a window of its own; null leaves the place to us. */
    void detach(DeskTable<?> table, Rectangle place) {
        if (windows.containsKey(table)) return;
        Window owner = SwingUtilities.getWindowAncestor(pane);
        JComponent component = table.component();
        Rectangle bounds = place != null ? place
                : new Rectangle(owner == null ? 100 : owner.getX() + 80, owner == null ? 100 : owner.getY() + 80,
                        Math.max(700, component.getWidth()), Math.max(300, component.getHeight()));
        JFrame window = new JFrame(title(table));
        window.setName("desk.window." + table.name());
        if (owner != null) window.setIconImages(new ArrayList<Image>(owner.getIconImages()));
        window.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                attach(table);
            }
        });
        windows.put(table, window);
        pane.remove(component);
        pane.setVisible(pane.getTabCount() > 0);
        window.add(component);
        component.setVisible(true);
        window.setBounds(bounds);
        window.setVisible(true);
        relayout();
    }

    /** Brings a table back to its place among the tabs. */
    void attach(DeskTable<?> table) {
        JFrame window = windows.remove(table);
        if (window == null) return;
        window.remove(table.component());
        window.dispose();
        int place = (int) tables.subList(0, tables.indexOf(table)).stream()
                .filter(before -> !windows.containsKey(before)).count();
        pane.insertTab(title(table), null, table.component(), null, place);
        pane.setSelectedIndex(place);
        pane.setVisible(true);
        relayout();
    }

    private void relayout() {
        if (pane.getParent() == null) return;
        pane.getParent().revalidate();
        pane.getParent().repaint();
    }

    void attachAll() {
        List.copyOf(windows.keySet()).forEach(this::attach);
    }

    /** Where a table's window is; empty if it has none. */
    Optional<Rectangle> window(DeskTable<?> table) {
        return Optional.ofNullable(windows.get(table)).map(JFrame::getBounds);
    }

    /** The index of the tab that is in front. */
    int selected() {
        return pane.getSelectedIndex();
    }

    void select(int tab) {
        if (tab >= 0 && tab < pane.getTabCount()) pane.setSelectedIndex(tab);
    }
}

package io.trunkline.launcher.ui;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;

/** A tab with a table for each monitor of a plug-in, whichever there are by now. For the event dispatch thread. */
final class MonitorTabs {

    private final JTabbedPane pane = new JTabbedPane();
    private final List<Tab> tabs = new ArrayList<>();

    private record Tab(String name, RowsTable table, JLabel fault) {

        static Tab of(MonitorRows monitor) {
            RowsTable table = new RowsTable("monitor." + monitor.name(), monitor.columns());
            return new Tab(monitor.name(), table, Labels.of(""));
        }

        boolean isFor(MonitorRows monitor) {
            return name.equals(monitor.name()) && table.columns().equals(monitor.columns());
        }

        JComponent component() {
            JPanel panel = new JPanel(new BorderLayout());
            panel.add(fault, BorderLayout.PAGE_START);
            panel.add(table.component());
            return panel;
        }

        void show(MonitorRows monitor) {
            table.show(monitor.rows());
            fault.setText(monitor.fault());
            fault.setVisible(!monitor.fault().isEmpty());
        }
    }

    MonitorTabs() {
        pane.setVisible(false);
    }

    JComponent component() {
        return pane;
    }

    /** The tables that are there now. */
    List<RowsTable> tables() {
        return tabs.stream().map(Tab::table).toList();
    }

    /** Why each table is empty; an empty text for those that could be read. */
    List<String> faults() {
        return tabs.stream().map(tab -> tab.fault().getText()).toList();
    }

    /** Shows what was read, in other tabs if there are other monitors now. */
    void show(List<MonitorRows> monitors) {
        if (!isFor(monitors)) rebuild(monitors);
        for (int i = 0; i < monitors.size(); i++) tabs.get(i).show(monitors.get(i));
    }

    private boolean isFor(List<MonitorRows> monitors) {
        if (tabs.size() != monitors.size()) return false;
        for (int i = 0; i < monitors.size(); i++) {
            if (!tabs.get(i).isFor(monitors.get(i))) return false;
        }
        return true;
    }

    private void rebuild(List<MonitorRows> monitors) {
        String front = pane.getSelectedIndex() < 0 ? "" : tabs.get(pane.getSelectedIndex()).name();
        pane.removeAll();
        tabs.clear();
        for (MonitorRows monitor : monitors) {
            Tab tab = Tab.of(monitor);
            tabs.add(tab);
            pane.addTab(Labels.title(tab.name()), tab.component());
            if (tab.name().equals(front)) pane.setSelectedIndex(tabs.size() - 1);
        }
        pane.setVisible(!tabs.isEmpty());
    }
}

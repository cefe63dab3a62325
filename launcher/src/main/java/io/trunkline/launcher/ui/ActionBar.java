package io.trunkline.launcher.ui;

import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.awt.FlowLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;

/**
 * A button for each action of a plug-in; those called {@code group: name} share a button that opens a menu. A parameter
 * that a table has a column for is taken from the row that is selected there; the user is asked for all others, and if
 * there is anything to choose. For the event dispatch thread.
 */
final class ActionBar {

    private static final String GROUP_END = ": ";

    private final UiContext context;
    private final String plugin;
    private final Supplier<List<RowsTable>> tables;
    private final Consumer<String> result;
    private final JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));

    private Map<String, Action> actions = Map.of(); // by name

    /** One that looks at the tables that there are at a press, and hands on what came of an action in a line. */
    ActionBar(UiContext context, String plugin, Supplier<List<RowsTable>> tables, Consumer<String> result) {
        this.context = context;
        this.plugin = plugin;
        this.tables = tables;
        this.result = result;
    }

    /** Offers the actions that there are by now; buttons of those that are still there stay. */
    void show(List<Action> offered) {
        Map<String, Action> before = actions;
        actions = new LinkedHashMap<>();
        offered.forEach(action -> actions.put(action.name(), action));
        if (List.copyOf(before.keySet()).equals(List.copyOf(actions.keySet()))) return;
        panel.removeAll();
        Map<String, JPopupMenu> groups = new LinkedHashMap<>();
        actions.keySet().stream().filter(name -> name.contains(GROUP_END)).forEach(name ->
                groups.computeIfAbsent(group(name), each -> new JPopupMenu()).add(item(name, rest(name))));
        for (String name : actions.keySet()) {
            if (name.contains(GROUP_END)) continue;
            if (groups.containsKey(name)) groups.get(name).add(item(name, context.text("frame.action.other")));
            else panel.add(button(name));
        }
        groups.forEach((name, menu) -> panel.add(opener(name, menu)));
        panel.revalidate();
        panel.repaint();
    }

    private static String group(String name) {
        return name.substring(0, name.indexOf(GROUP_END));
    }

    private static String rest(String name) {
        return name.substring(name.indexOf(GROUP_END) + GROUP_END.length());
    }

    private JButton button(String name) {
        JButton button = Dialogs.button(name, "action." + name, () -> press(actions.get(name)));
        button.setToolTipText(Labels.wrapped(actions.get(name).help()));
        return button;
    }

    private JMenuItem item(String name, String text) {
        JMenuItem item = Labels.plain(new JMenuItem());
        item.setText(text);
        item.setName("action." + name);
        item.setToolTipText(Labels.wrapped(actions.get(name).help()));
        item.addActionListener(event -> press(actions.get(name)));
        return item;
    }

    private static JButton opener(String name, JPopupMenu menu) {
        JButton[] button = new JButton[1];
        button[0] = Dialogs.button(name + " ▾", "actions." + name,
                () -> menu.show(button[0], 0, -menu.getPreferredSize().height));
        button[0].setComponentPopupMenu(menu);
        return button[0];
    }

    JComponent component() {
        return panel;
    }

    private void press(Action action) {
        Map<String, String> values = selected(action.parameters(), tables.get());
        boolean isChoice = action.parameters().stream()
                .anyMatch(each -> !each.choices().isEmpty() || !each.proposals().isEmpty());
        if (isChoice || values.size() < action.parameters().size()) ask(action, values);
        else run(action, values, result, problem -> result.accept(action.name() + ": " + problem.getMessage()));
    }

    /** The texts of those parameters that a selected row has a value for. */
    static Map<String, String> selected(List<SettingDescriptor> parameters, List<RowsTable> tables) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingDescriptor parameter : parameters) {
            tables.stream().map(table -> selected(parameter.key(), table)).flatMap(Optional::stream).findFirst()
                    .ifPresent(value -> values.put(parameter.key(), value));
        }
        return values;
    }

    private static Optional<String> selected(String column, RowsTable table) {
        int index = table.columns().indexOf(column);
        return index < 0 ? Optional.empty() : table.selected().map(row -> row.get(index).toString());
    }

    private void ask(Action action, Map<String, String> values) {
        String title = action.name().contains(GROUP_END) ? action.name() : plugin + GROUP_END + action.name();
        ActionDialog.open(context, SwingUtilities.getWindowAncestor(panel), title, action, values,
                (given, dialog) -> run(action, given, line -> {
                    dialog.close();
                    result.accept(line);
                }, dialog::show));
    }

    private void run(Action action, Map<String, String> values, Consumer<String> done, Consumer<Exception> failed) {
        context.background().run(
                () -> action.run().apply(Settings.parse(action.parameters(), values)), done, failed);
    }
}

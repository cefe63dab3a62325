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
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/**
 * A button for each action of a plug-in. A parameter that a table has a column for is taken from the row that is
 * selected there; the user is asked for all others. For the event dispatch thread.
 */
final class ActionBar {

    private final UiContext context;
    private final Supplier<List<RowsTable>> tables;
    private final Consumer<String> result;
    private final JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));

    private Map<String, Action> actions = Map.of(); // by name

    /** One that looks at the tables that there are at a press, and hands on what came of an action in a line. */
    ActionBar(UiContext context, Supplier<List<RowsTable>> tables, Consumer<String> result) {
        this.context = context;
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
        actions.keySet().forEach(this::add);
        panel.revalidate();
        panel.repaint();
    }

    private void add(String name) {
        JButton button = Dialogs.button(name, "action." + name, () -> press(actions.get(name)));
        button.setToolTipText(actions.get(name).help());
        panel.add(button);
    }

    JComponent component() {
        return panel;
    }

    private void press(Action action) {
        Map<String, String> values = selected(action.parameters(), tables.get());
        if (values.size() == action.parameters().size()) run(action, values, () -> { });
        else ask(action, values);
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
        SettingsForm form = SettingsForm.of(action.parameters(), values, context.texts());
        JDialog[] dialog = new JDialog[1];
        JButton ok = Dialogs.button(action.name(), "ok", () -> {
            if (form.check()) run(action, form.values(), dialog[0]::dispose);
        });
        JButton cancel = Dialogs.button(context.text("frame.cancel"), "cancel", () -> dialog[0].dispose());
        dialog[0] = Dialogs.of(SwingUtilities.getWindowAncestor(panel), action.help(), "ask." + action.name(),
                form.component(), ok, cancel);
        Dialogs.show(dialog[0]);
    }

    private void run(Action action, Map<String, String> values, Runnable done) {
        context.background().run(() -> action.run().apply(Settings.parse(action.parameters(), values)), line -> {
            done.run();
            result.accept(line);
        }, problem -> result.accept(action.name() + ": " + problem.getMessage()));
    }
}

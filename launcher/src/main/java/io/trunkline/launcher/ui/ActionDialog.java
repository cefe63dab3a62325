package io.trunkline.launcher.ui;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.SettingException;
import java.awt.BorderLayout;
import java.awt.Window;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Asks for the parameters of an action, and stays open until it succeeded. For the event dispatch thread. */
final class ActionDialog {

    private final SettingsForm form;
    private final JLabel problem = new JLabel();
    private final JButton ok;
    private final JDialog dialog;

    private ActionDialog(UiContext context, Window owner, String title, Action action, Map<String, String> values,
            BiConsumer<Map<String, String>, ActionDialog> run) {
        form = SettingsForm.of(action.parameters(), values, context.texts());
        problem.setName("problem");
        problem.setForeground(SettingsForm.RED);
        problem.setVisible(false);
        JPanel content = new JPanel(new BorderLayout(0, 12));
        content.add(new JLabel(Labels.wrapped(PlainText.of(action.help()))), BorderLayout.PAGE_START);
        content.add(form.component());
        content.add(problem, BorderLayout.PAGE_END);
        ok = Dialogs.button(context.text("frame.ok"), "ok", () -> press(run));
        JButton cancel = Dialogs.button(context.text("frame.cancel"), "cancel", this::close);
        dialog = Dialogs.of(owner, title, "ask." + action.name(), content, ok, cancel);
    }

    /** Opens a dialog that hands itself on with what was filled in, as often as it is pressed. */
    static void open(UiContext context, Window owner, String title, Action action, Map<String, String> values,
            BiConsumer<Map<String, String>, ActionDialog> run) {
        Dialogs.show(new ActionDialog(context, owner, title, action, values, run).dialog);
    }

    private void press(BiConsumer<Map<String, String>, ActionDialog> run) {
        problem.setVisible(false);
        if (!form.check()) return;
        ok.setEnabled(false);
        run.accept(form.values(), this);
    }

    /** Shows why the action failed, at the parameter that is to blame if there is one. */
    void show(Exception failure) {
        ok.setEnabled(true);
        if (failure instanceof SettingException setting && form.show(setting)) return;
        problem.setText(Labels.wrapped(PlainText.of(String.valueOf(failure.getMessage()))));
        problem.setVisible(true);
        dialog.pack();
    }

    void close() {
        dialog.dispose();
    }
}

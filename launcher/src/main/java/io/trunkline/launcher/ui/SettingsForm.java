package io.trunkline.launcher.ui;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.Proposals;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;

/**
 * The fields of a plug-in's settings, made from their descriptors, each with its help as a tooltip and what is wrong
 * with it below. For the event dispatch thread.
 */
final class SettingsForm {

    static final Color RED = new Color(0xE0, 0x50, 0x45); // can be read on dark and on light

    private final Texts texts;
    private final JPanel panel = new JPanel(new GridBagLayout());
    private final Map<String, SettingField> fields = new LinkedHashMap<>(); // by key
    private final Map<String, JLabel> problems = new HashMap<>(); // by key
    private final List<JComponent> hidden = new ArrayList<>(); // shown with "more"
    private final JCheckBox isSecretKept = new JCheckBox();
    private int row;

    private SettingsForm(Texts texts) {
        this.texts = texts;
    }

    /** Fields for all descriptors, filled with the texts by their keys. */
    static SettingsForm of(List<SettingDescriptor> descriptors, Map<String, String> values, Texts texts) {
        return of(descriptors, values, texts, descriptor -> true);
    }

    /** The same where those that are not usual are hidden behind a button. */
    static SettingsForm of(List<SettingDescriptor> descriptors, Map<String, String> values, Texts texts,
            Predicate<SettingDescriptor> isUsual) {
        SettingsForm form = new SettingsForm(texts);
        boolean hasUsual = descriptors.stream().anyMatch(isUsual);
        for (SettingDescriptor descriptor : descriptors) {
            String value = values.getOrDefault(descriptor.key(), descriptor.defaultValue());
            form.add(SettingField.of(descriptor, value, texts), !hasUsual || isUsual.test(descriptor));
        }
        form.fields.values().forEach(form::propose);
        if (form.fields.values().stream().anyMatch(SettingField::isSecret)) form.addSecretBox();
        if (!form.hidden.isEmpty()) form.addMore();
        return form;
    }

    /** Keeps what is proposed for a field in step with the field that decides it. */
    private void propose(SettingField field) {
        Proposals proposals = field.descriptor().proposals();
        SettingField deciding = fields.get(proposals.key());
        if (deciding == null) {
            field.propose(proposals.at(""));
            return;
        }
        deciding.onChosen(() -> field.propose(proposals.at(deciding.text())));
        field.propose(proposals.at(deciding.text()));
    }

    private void add(SettingField field, boolean isUsual) {
        SettingDescriptor descriptor = field.descriptor();
        JLabel label = Labels.of(descriptor.key());
        label.setToolTipText(Labels.wrapped(descriptor.help()));
        label.setLabelFor(field.component());
        JLabel problem = new JLabel();
        problem.setName(descriptor.key() + ".problem");
        problem.setForeground(RED);
        problem.putClientProperty("FlatLaf.styleClass", "small");
        problem.setVisible(false);
        panel.add(label, at(0, row, 0));
        panel.add(field.component(), at(1, row++, 1));
        panel.add(problem, at(1, row++, 1));
        fields.put(descriptor.key(), field);
        problems.put(descriptor.key(), problem);
        if (!isUsual) hide(label, field.component());
    }

    private void hide(JComponent... components) {
        for (JComponent component : components) {
            component.setVisible(false);
            hidden.add(component);
        }
    }

    private static GridBagConstraints at(int column, int row, double weight) {
        return new GridBagConstraints(column, row, 1, 1, weight, 0, GridBagConstraints.LINE_START,
                weight > 0 ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE,
                new Insets(2, column == 0 ? 0 : 10, 2, 0), 0, 0);
    }

    private void addSecretBox() {
        isSecretKept.setText(texts.get("frame.form.remember"));
        isSecretKept.setToolTipText(texts.get("frame.form.remember.help"));
        isSecretKept.setName("remember");
        panel.add(isSecretKept, at(1, row++, 1));
    }

    private void addMore() {
        JToggleButton more = new JToggleButton(texts.get("frame.form.more"));
        more.setName("more");
        more.addActionListener(event -> showAll(more.isSelected()));
        panel.add(more, at(0, row++, 0));
    }

    private void showAll(boolean isShown) {
        hidden.forEach(component -> component.setVisible(isShown));
        pack();
    }

    private void pack() {
        panel.revalidate();
        if (SwingUtilities.getWindowAncestor(panel) instanceof JDialog dialog) dialog.pack();
    }

    /** What to lay out. */
    JComponent component() {
        return panel;
    }

    /** The texts by key, as typed. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> values.put(key, field.text()));
        return values;
    }

    /** Whether the user wants secrets to be kept in clear. */
    boolean isSecretKept() {
        return isSecretKept.isSelected();
    }

    void setSecretKept(boolean isKept) {
        isSecretKept.setSelected(isKept);
    }

    /** Checks each text by itself and shows what is wrong at its field. Returns whether nothing is. */
    boolean check() {
        boolean isGood = true;
        for (SettingField field : fields.values()) {
            Optional<String> problem = field.problem();
            show(field, problem.orElse(""));
            isGood &= problem.isEmpty();
        }
        pack();
        return isGood;
    }

    /** Shows what a plug-in said of a setting at its field. Returns whether there is such a field. */
    boolean show(SettingException problem) {
        SettingField field = fields.get(problem.key());
        if (field == null) return false;
        show(field, PlainText.of(problem.problem()));
        pack();
        return true;
    }

    private void show(SettingField field, String problem) {
        JLabel label = problems.get(field.descriptor().key());
        label.setText(Labels.wrapped(problem));
        label.setVisible(!problem.isEmpty());
        field.mark(!problem.isEmpty());
        if (!problem.isEmpty() && !field.component().isVisible()) showAll(true);
    }

    void setEnabled(boolean isEnabled) {
        fields.values().forEach(field -> field.setEnabled(isEnabled));
        isSecretKept.setEnabled(isEnabled);
    }
}

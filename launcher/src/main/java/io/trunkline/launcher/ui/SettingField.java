package io.trunkline.launcher.ui;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import java.awt.BorderLayout;
import java.awt.Component;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/**
 * One setting as a person fills it in: words to choose from, a check box, a masked field, a field with a file chooser,
 * or a plain field, with texts to choose from where some are proposed. For the event dispatch thread.
 */
final class SettingField {

    private static final int COLUMNS = 24;

    private final SettingDescriptor descriptor;
    private final Texts texts;
    private final JComponent component; // what is laid out
    private final JComponent editor; // what is typed into
    private final Supplier<String> text;

    private SettingField(
            SettingDescriptor descriptor, Texts texts, JComponent component, JComponent editor, Supplier<String> text) {
        this.descriptor = descriptor;
        this.texts = texts;
        this.component = component;
        this.editor = editor;
        this.text = text;
        editor.setName(descriptor.key());
        editor.setToolTipText(Labels.wrapped(descriptor.help()));
    }

    /** The field of a setting, with a text filled in. */
    static SettingField of(SettingDescriptor descriptor, String value, Texts texts) {
        if (!descriptor.choices().isEmpty()) return choices(descriptor, value, texts);
        if (!descriptor.proposals().isEmpty()) return proposals(descriptor, value, texts);
        return switch (descriptor.type()) {
            case FLAG -> flag(descriptor, value, texts);
            case SECRET -> secret(descriptor, value, texts);
            case FILES -> files(descriptor, value, texts);
            default -> plain(descriptor, value, texts);
        };
    }

    private static SettingField choices(SettingDescriptor descriptor, String value, Texts texts) {
        JComboBox<String> box = box();
        if (descriptor.defaultValue().isEmpty()) box.addItem("");
        descriptor.choices().forEach(box::addItem);
        box.setSelectedItem(value);
        return new SettingField(descriptor, texts, box, box, () -> (String) box.getSelectedItem());
    }

    private static SettingField proposals(SettingDescriptor descriptor, String value, Texts texts) {
        JComboBox<String> box = box();
        box.setEditable(true);
        JTextField field = (JTextField) box.getEditor().getEditorComponent();
        field.setColumns(COLUMNS);
        field.setText(value);
        return new SettingField(descriptor, texts, box, box, field::getText);
    }

    private static JComboBox<String> box() {
        JComboBox<String> box = new JComboBox<>();
        box.setRenderer(Labels.plain(new DefaultListCellRenderer()));
        return box;
    }

    /** Offers other texts to choose from. One that was chosen from those before goes, what was typed stays. */
    void propose(List<String> proposed) {
        if (!(editor instanceof JComboBox<?> any) || !any.isEditable()) return;
        @SuppressWarnings("unchecked") // all boxes here hold texts
        JComboBox<String> box = (JComboBox<String>) any;
        String typed = text();
        boolean isOfOthers = ((DefaultComboBoxModel<String>) box.getModel()).getIndexOf(typed) >= 0;
        box.setModel(new DefaultComboBoxModel<>(proposed.toArray(String[]::new)));
        box.setSelectedItem(isOfOthers && !proposed.contains(typed) ? "" : typed);
    }

    /** Calls back when another of its words was chosen. */
    void onChosen(Runnable chosen) {
        if (editor instanceof JComboBox<?> box) box.addActionListener(event -> chosen.run());
    }

    private static SettingField flag(SettingDescriptor descriptor, String value, Texts texts) {
        JCheckBox box = new JCheckBox();
        box.setSelected(value.equalsIgnoreCase("true"));
        return new SettingField(descriptor, texts, box, box, () -> Boolean.toString(box.isSelected()));
    }

    private static SettingField secret(SettingDescriptor descriptor, String value, Texts texts) {
        JPasswordField field = new JPasswordField(value, COLUMNS);
        return new SettingField(descriptor, texts, field, field, () -> new String(field.getPassword()));
    }

    private static SettingField plain(SettingDescriptor descriptor, String value, Texts texts) {
        JTextField field = new JTextField(value, COLUMNS);
        return new SettingField(descriptor, texts, field, field, field::getText);
    }

    private static SettingField files(SettingDescriptor descriptor, String value, Texts texts) {
        JTextField field = new JTextField(value, COLUMNS);
        JButton browse = new JButton("…");
        browse.setToolTipText(texts.get("frame.form.browse"));
        browse.addActionListener(event -> {
            JFileChooser chooser = new JFileChooser();
            chooser.setMultiSelectionEnabled(true);
            if (chooser.showOpenDialog(field) == JFileChooser.APPROVE_OPTION) {
                field.setText(Arrays.stream(chooser.getSelectedFiles()).map(File::getPath)
                        .collect(Collectors.joining(",")));
            }
        });
        JPanel both = new JPanel(new BorderLayout(4, 0));
        both.add(field);
        both.add(browse, BorderLayout.LINE_END);
        return new SettingField(descriptor, texts, both, field, field::getText);
    }

    SettingDescriptor descriptor() {
        return descriptor;
    }

    /** What to lay out. */
    JComponent component() {
        return component;
    }

    /** What was typed or chosen; may be unusable. */
    String text() {
        return text.get();
    }

    /** What is wrong with the text by itself, in a few words; empty if nothing is. */
    Optional<String> problem() {
        String typed = text();
        if (typed.isBlank()) return Optional.empty();
        try {
            descriptor.check(typed);
            return Optional.empty();
        } catch (SettingException e) {
            String needed = "frame.type." + descriptor.type();
            return Optional.of(texts.format("frame.form.bad", typed.strip(), texts.get(needed)));
        }
    }

    /** Draws the field as faulty or not. */
    void mark(boolean isFaulty) {
        editor.putClientProperty("JComponent.outline", isFaulty ? "error" : null);
        if (isFaulty) editor.requestFocusInWindow();
    }

    void setEnabled(boolean isEnabled) {
        component.setEnabled(isEnabled);
        editor.setEnabled(isEnabled);
        for (Component part : component.getComponents()) part.setEnabled(isEnabled);
    }

    /** Whether its text must not be kept unless the user wants it. */
    boolean isSecret() {
        return descriptor.type() == SettingType.SECRET;
    }
}

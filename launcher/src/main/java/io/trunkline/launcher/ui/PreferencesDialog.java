package io.trunkline.launcher.ui;

import java.awt.GridLayout;
import java.awt.Window;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Lets the user change what concerns the window itself. For the event dispatch thread. */
final class PreferencesDialog {

    private PreferencesDialog() {}

    /** Opens the dialog; {@code change} gets what the user decided. */
    static void open(UiContext context, Window owner, Consumer<Preferences> change) {
        Preferences now = Preferences.of(context.store());
        List<String> codes = Stream.concat(Stream.of(""), Texts.LANGUAGES.stream().map(Locale::getLanguage)).toList();
        JComboBox<String> language = new JComboBox<>(codes.stream()
                .map(code -> code.isEmpty() ? context.text("frame.language.machine") : languageName(code))
                .toArray(String[]::new));
        language.setSelectedIndex(Math.max(0, codes.indexOf(now.language())));
        language.setName("language");
        JComboBox<String> theme = new JComboBox<>(
                new String[] {context.text("frame.theme.dark"), context.text("frame.theme.light")});
        theme.setSelectedIndex(now.isDark() ? 0 : 1);
        theme.setName("theme");
        JCheckBox confirm = new JCheckBox(context.text("frame.settings.confirm"), now.isEndConfirmed());
        confirm.setName("confirm");

        JPanel panel = new JPanel(new GridLayout(0, 2, 12, 8));
        panel.add(new JLabel(context.text("frame.settings.language")));
        panel.add(language);
        panel.add(new JLabel(context.text("frame.settings.theme")));
        panel.add(theme);
        panel.add(new JLabel(context.text("frame.settings.close")));
        panel.add(confirm);
        JDialog[] dialog = new JDialog[1];
        JButton ok = Dialogs.button(context.text("frame.ok"), "ok", () -> {
            dialog[0].dispose();
            change.accept(new Preferences(
                    codes.get(language.getSelectedIndex()), theme.getSelectedIndex() == 0, confirm.isSelected()));
        });
        JButton cancel = Dialogs.button(context.text("frame.cancel"), "cancel", () -> dialog[0].dispose());
        dialog[0] = Dialogs.of(owner, context.text("frame.settings.title"), "settings", panel, ok, cancel);
        Dialogs.show(dialog[0]);
    }

    /** A language's name in itself. */
    static String languageName(String code) {
        Locale locale = Locale.forLanguageTag(code);
        return locale.getDisplayLanguage(locale);
    }
}

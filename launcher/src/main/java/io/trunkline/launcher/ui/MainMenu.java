package io.trunkline.launcher.ui;

import io.trunkline.engine.App;
import io.trunkline.engine.gateway.Gateway;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;

/** The menus of the main window. For the event dispatch thread. */
final class MainMenu {

    private final UiContext context;
    private final MainWindow window;

    private MainMenu(UiContext context, MainWindow window) {
        this.context = context;
        this.window = window;
    }

    /** The bar for what the engine has now. */
    static JMenuBar bar(UiContext context, MainWindow window, Preferences preferences) {
        MainMenu menu = new MainMenu(context, window);
        JMenuBar bar = new JMenuBar();
        bar.add(menu.system());
        bar.add(menu.apps());
        bar.add(menu.view(preferences));
        bar.add(menu.tools());
        bar.add(menu.help());
        return bar;
    }

    private JMenu menu(String key) {
        JMenu menu = new JMenu(context.text("frame.menu." + key));
        menu.setName("menu." + key);
        return menu;
    }

    private JMenuItem item(String text, String name, Runnable chosen) {
        JMenuItem item = Labels.plain(new JMenuItem());
        item.setText(text);
        item.setName("menu." + name);
        item.addActionListener(event -> chosen.run());
        return item;
    }

    private JMenuItem item(String key, Runnable chosen) {
        return item(context.text("frame.menu." + key), key, chosen);
    }

    private static JMenuItem withKey(JMenuItem item, int key) {
        item.setAccelerator(KeyStroke.getKeyStroke(key, InputEvent.CTRL_DOWN_MASK));
        return item;
    }

    private JMenu system() {
        JMenu menu = menu("system");
        for (Gateway gateway : context.engine().gateways()) {
            String name = gateway.name();
            menu.add(item(context.texts().format("frame.menu.connect", name) + "…", "connect." + name,
                    () -> window.connect(name)));
        }
        menu.addSeparator();
        menu.add(item("modules", window::chooseModules));
        menu.addSeparator();
        menu.add(withKey(item("quit", window::askToQuit), KeyEvent.VK_Q));
        return menu;
    }

    private JMenu apps() {
        JMenu menu = menu("app");
        for (App app : context.engine().apps()) {
            menu.add(item(PluginTitle.of(app.name()), "open." + app.name(), () -> window.openPlugin(app.name())));
        }
        if (menu.getItemCount() == 0) menu.add(item("none", () -> { })).setEnabled(false);
        return menu;
    }

    private JMenu view(Preferences preferences) {
        JMenu menu = menu("view");
        ButtonGroup languages = new ButtonGroup();
        for (Locale locale : Texts.LANGUAGES) {
            String code = locale.getLanguage();
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(
                    PreferencesDialog.languageName(code), locale.equals(context.texts().language()));
            item.setName("menu.language." + code);
            item.addActionListener(event -> window.change(preferences.withLanguage(code)));
            languages.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        ButtonGroup themes = new ButtonGroup();
        for (String theme : new String[] {"dark", "light"}) {
            boolean isDark = theme.equals("dark");
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(
                    context.text("frame.theme." + theme), isDark == preferences.isDark());
            item.setName("menu.theme." + theme);
            item.addActionListener(event -> window.change(preferences.withDark(isDark)));
            themes.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        menu.add(item("restore", window::restoreLayout));
        return menu;
    }

    private JMenu tools() {
        JMenu menu = menu("tools");
        menu.add(withKey(item("search", window::searchContracts), KeyEvent.VK_F));
        for (Gateway gateway : context.engine().gateways()) {
            String name = gateway.name();
            menu.add(item(context.texts().format("frame.menu.gateway", name), "gateway." + name,
                    () -> window.openPlugin(name)));
        }
        menu.addSeparator();
        menu.add(item("settings", window::openPreferences));
        return menu;
    }

    private JMenu help() {
        JMenu menu = menu("help");
        menu.add(item("about", window::openAbout));
        return menu;
    }
}

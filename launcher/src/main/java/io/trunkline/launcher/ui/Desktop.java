package io.trunkline.launcher.ui;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import io.trunkline.engine.MainEngine;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Insets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.swing.UIManager;

/**
 * The screen as a program's window uses it: look, language, what is remembered, and what is shown when something fails
 * or closing takes its time. It outlives the engine and its main window. Safe from any thread but the event dispatch
 * thread.
 */
public final class Desktop implements AutoCloseable {

    private static final Insets CELL_MARGINS = new Insets(2, 5, 2, 5); // a number and a text beside it stay apart

    private final Path home;
    private final String version;
    private final UiStore store;
    private Preferences preferences; // all below: for the event dispatch thread
    private Texts texts;
    private Faults faults;
    private final ClosingNotice notice = new ClosingNotice();

    private Desktop(Path home, String version, UiStore store) {
        this.home = home;
        this.version = version;
        this.store = store;
    }

    /**
     * Takes the screen.
     *
     * @param home the folder for files
     * @param role what the window is for, such as {@code server}; windows of different roles remember different things
     * @param version the program's version
     * @throws IllegalStateException if there is no screen
     */
    public static Desktop open(Path home, String role, String version) {
        if (!hasDisplay()) throw new IllegalStateException("no display");
        return Edt.call(() -> {
            Desktop desktop = new Desktop(home, version, UiStore.load(home.resolve("settings").resolve(role)));
            desktop.take(Preferences.of(desktop.store));
            desktop.faults = Faults.install(() -> desktop.texts);
            return desktop;
        });
    }

    private static boolean hasDisplay() {
        try {
            if (GraphicsEnvironment.isHeadless()) return false;
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return true;
        } catch (HeadlessException | AWTError | LinkageError e) {
            return false;
        }
    }

    /** Lets the look and the language be as preferred. */
    void take(Preferences preferred) {
        boolean isLookChanged = preferences == null || preferences.isDark() != preferred.isDark();
        preferences = preferred;
        texts = preferred.texts();
        if (!isLookChanged) return;
        UIManager.put("Table.cellMargins", CELL_MARGINS);
        if (preferred.isDark()) FlatDarkLaf.setup();
        else FlatLightLaf.setup();
        FlatLaf.updateUI();
    }

    Preferences preferences() {
        return preferences;
    }

    Texts texts() {
        return texts;
    }

    UiStore store() {
        return store;
    }

    Path home() {
        return home;
    }

    String version() {
        return version;
    }

    ClosingNotice notice() {
        return notice;
    }

    /**
     * Adds to an engine the gateways and apps that the user chose, now if never before, and waits for that. Returns
     * whether the user wants to go on.
     */
    public boolean addModules(MainEngine engine) {
        Optional<Modules> modules = Edt.call(() -> {
            Optional<Modules> remembered = Modules.remembered(store);
            if (remembered.isPresent()) return remembered;
            Optional<Modules> chosen = ModuleChooser.ask(
                    null, engine, texts, Modules.usual(engine), true);
            chosen.ifPresent(modulesChosen -> modulesChosen.keep(store));
            return chosen;
        });
        modules.ifPresent(chosen -> chosen.addTo(engine));
        return modules.isPresent();
    }

    /**
     * Shows an engine in a main window.
     *
     * @param settings what settings the program was given, by the names of gateways and apps
     * @param quit called on the event dispatch thread when the user ends the program; it must return at once
     */
    public MainWindow show(MainEngine engine, Map<String, Map<String, String>> settings, Runnable quit) {
        return Edt.call(() -> new MainWindow(this, engine, settings, quit));
    }

    /** Leaves the screen. */
    @Override
    public void close() {
        Edt.run(() -> {
            notice.close();
            faults.close();
        });
    }
}

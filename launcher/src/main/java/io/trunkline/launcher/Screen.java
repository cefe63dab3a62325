package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.launcher.ui.Desktop;
import io.trunkline.launcher.ui.MainWindow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a command shows its window, if it has one. For the main thread. */
final class Screen implements AutoCloseable {

    private final Optional<Desktop> desktop;
    private Optional<MainWindow> window = Optional.empty();

    private Screen(Optional<Desktop> desktop) {
        this.desktop = desktop;
    }

    /** That of a command without a window. */
    static Screen none() {
        return new Screen(Optional.empty());
    }

    /** Takes the screen for a window of some role; fails with a message if there is no display. */
    static Screen open(Path home, String role, String message) {
        try {
            return new Screen(Optional.of(Desktop.open(home, role, Version.text())));
        } catch (IllegalStateException e) {
            throw CommandException.failed(message, e);
        }
    }

    boolean hasWindow() {
        return desktop.isPresent();
    }

    /** Adds to an engine what the user wants in it, and waits for the choice. Returns whether there was one. */
    boolean addModules(MainEngine engine) {
        return desktop.map(present -> present.addModules(engine)).orElse(true);
    }

    /**
     * Shows an engine until {@link #hide}, which comes before the engine is closed; the user can end the command.
     * {@code settings} are by plug-in.
     */
    void show(MainEngine engine, Map<String, Map<String, String>> settings, StopSignal stop) {
        window = desktop.map(present -> present.show(engine, settings, stop::end));
    }

    /** Ends the window, if there is one. */
    void hide() {
        window.ifPresent(MainWindow::close);
    }

    @Override
    public void close() {
        desktop.ifPresent(Desktop::close);
    }
}

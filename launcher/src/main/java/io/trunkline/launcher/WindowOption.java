package io.trunkline.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of commands that can show a window. */
final class WindowOption {

    @Option(names = "--ui", description = "Show a window as well; closing it ends the command as SIGTERM does.")
    private boolean isShown;

    /** The screen, if the window is wanted. */
    Screen open(Path home, String role) {
        return isShown ? Screen.open(home, role, "no display; leave out --ui") : Screen.none();
    }
}

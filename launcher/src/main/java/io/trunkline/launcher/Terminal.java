package io.trunkline.launcher;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** What the system says of the terminal that the program was started at. */
final class Terminal {

    private static final Path SELF = Path.of("/proc/self");

    private Terminal() {}

    /**
     * Whether a descriptor, 0 to 2, leads to a terminal. Where the system does not say, stdin and stdout do if both
     * do, and stderr does not.
     */
    static boolean isAt(int descriptor) {
        try {
            String target = Files.readSymbolicLink(SELF.resolve("fd").resolve("" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return descriptor < 2 && !Files.exists(SELF) && isConsole(); // another system, or a closed descriptor
        }
    }

    /** From JDK 22 on there may be a console without a terminal. */
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) return false;
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before JDK 22 a console is one
        }
    }

    /** Whether the program is not in the background of a shell, as far as the system says. */
    static boolean isForeground() {
        try {
            return isForeground(Files.readString(SELF.resolve("stat")));
        } catch (IOException e) {
            return true;
        }
    }

    /** The same for what Linux says of a process in {@code /proc/PID/stat}. */
    static boolean isForeground(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "); // a name may have spaces
        String group = fields[2];
        String ofTerminal = fields[5]; // 0 or below: no terminal, or one that is not ours to know of
        return ofTerminal.equals("0") || ofTerminal.startsWith("-") || ofTerminal.equals(group);
    }

    /** Its width: that of {@code COLUMNS}, else that which the system tells, which takes a moment; empty if neither. */
    static OptionalInt columns(Map<String, String> variables) {
        String size = variables.containsKey("COLUMNS") ? "0 " + variables.get("COLUMNS") : Stty.run("size").orElse("");
        try {
            int columns = Integer.parseInt(size.substring(size.indexOf(' ') + 1).strip());
            return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty(); // some say 0
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}

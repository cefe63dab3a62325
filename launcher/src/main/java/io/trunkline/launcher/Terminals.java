package io.trunkline.launcher;

import java.io.Console;

/** Tells whether a person looks at the output. */
final class Terminals {

    private Terminals() {}

    /** Whether stdin and stdout are a terminal's. From JDK 22 on there may be a console without one. */
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) return false;
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before JDK 22 a console is one
        }
    }
}

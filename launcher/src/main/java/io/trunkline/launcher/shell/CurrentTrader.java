package io.trunkline.launcher.shell;

import io.trunkline.engine.MainEngine;

/**
 * The trader that the static verbs work on: the one thing of which a shell has only one. Who installed it owns it and
 * closes it. If nobody did, as in stock jshell, the first verb makes one, which lives as long as its JVM.
 */
public final class CurrentTrader {

    private static ScriptTrader current; // guarded by the class

    private CurrentTrader() {}

    /** Lets the verbs work on a trader; null takes it away. */
    public static synchronized void install(ScriptTrader trader) {
        current = trader;
    }

    static synchronized ScriptTrader get() {
        if (current == null) {
            ScriptTrader made = ScriptTrader.on(
                    MainEngine.create(), Console.of(System.out, System.err), GivenTexts.NONE);
            Runtime.getRuntime().addShutdownHook(new Thread(made::close, "shell-close"));
            current = made;
        }
        return current;
    }
}

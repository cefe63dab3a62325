package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;

/**
 * What a command has around it.
 *
 * @param out where data goes
 * @param err where messages go
 * @param in what it is told while it runs
 * @param variables the environment variables
 * @param engines makes engines
 * @param lastLine the terminal's last line
 */
record Environment(
        PrintStream out, PrintStream err, InputStream in, Map<String, String> variables,
        Function<EngineOptions, MainEngine> engines, LastLine lastLine) {

    /** One without a terminal. */
    Environment(PrintStream out, PrintStream err, InputStream in, Map<String, String> variables,
            Function<EngineOptions, MainEngine> engines) {
        this(out, err, in, variables, engines, LastLine.NONE);
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import picocli.CommandLine.Option;

/** The options of commands that show a status while they run. */
final class StatusOptions {

    @Option(names = "--no-status", description = "Show no line of status on a terminal.")
    private boolean isOff;

    /** Begins to show what an engine does, on a terminal unless it is not wanted. To be closed before the engine. */
    LiveStatus show(MainEngine engine, Environment environment) {
        return LiveStatus.start(isOff ? LastLine.NONE : environment.lastLine(), engine, environment.variables());
    }
}

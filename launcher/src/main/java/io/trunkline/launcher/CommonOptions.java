package io.trunkline.launcher;

import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {

    private static final String PROPERTIES = "org.slf4j.simpleLogger.";
    private static final List<String> LEVELS = List.of("warn", "info", "debug", "trace");

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and end.")
    private boolean help;

    @Option(names = {"-v", "--verbose"}, description = "Log more; twice for still more.")
    private boolean[] verbose = {};

    /**
     * Sets up the program's log from a level upwards. To be called before anything logs; what the JVM was started with
     * stands.
     */
    void startLog(String level) {
        set("defaultLogLevel", LEVELS.get(Math.min(LEVELS.indexOf(level) + verbose.length, LEVELS.size() - 1)));
        set("showDateTime", "true");
        set("dateTimeFormat", "HH:mm:ss.SSS");
        set("showShortLogName", "true");
        set("logFile", "System.err");
    }

    private static void set(String name, String value) {
        if (System.getProperty(PROPERTIES + name) == null) System.setProperty(PROPERTIES + name, value);
    }
}

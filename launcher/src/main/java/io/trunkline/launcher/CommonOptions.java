package io.trunkline.launcher;

import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {

    private static final String PROPERTIES = "org.slf4j.simpleLogger.";
    private static final List<String> LEVELS = List.of("off", "error", "warn", "info", "debug", "trace");

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and end.")
    private boolean help;

    @Option(names = "--config", paramLabel = "FILE",
            description = "Settings file, or none; else TRUNKLINE_CONFIG, ./trunkline.properties, the one in the home.")
    private String config;

    @Option(names = {"-v", "--verbose"}, description = "Log more; twice for still more.")
    private boolean[] verbose = {};

    /**
     * Sets up the program's log from a level upwards. To be called before anything logs; what the JVM was started with
     * stands.
     */
    void startLog(String level) {
        set("defaultLogLevel", level(level, verbose.length));
        set("showDateTime", "true");
        set("dateTimeFormat", "HH:mm:ss.SSS");
        set("showShortLogName", "true");
        set("logFile", "System.err");
    }

    /** The level that stands for a usual one and so many times {@code -v}; once is at least {@code info}. */
    static String level(String usual, int verbose) {
        int index = LEVELS.indexOf(usual);
        if (verbose > 0) index = Math.max(index, LEVELS.indexOf("warn")) + verbose;
        return LEVELS.get(Math.min(index, LEVELS.size() - 1));
    }

    private static void set(String name, String value) {
        if (System.getProperty(PROPERTIES + name) == null) System.setProperty(PROPERTIES + name, value);
    }
}

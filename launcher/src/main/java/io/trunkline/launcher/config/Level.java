package io.trunkline.launcher.config;

/** Where a value was given. An earlier level wins over a later one. */
public enum Level {
    /** On the command line. */
    FLAG,
    /** In an environment variable. */
    VARIABLE,
    /** In a settings file. */
    FILE,
    /** Nowhere. */
    DEFAULT
}

package io.trunkline.engine.plugin;

/** A setting that cannot be used. The message names the setting, the bad value and the remedy. */
public final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final String problem;

    /** A fault of the setting {@code key}; the message becomes {@code "setting key: problem"}. */
    public SettingException(String key, String problem) {
        super("setting " + key + ": " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** What is wrong with it, without its name. */
    public String problem() {
        return problem;
    }

    /** The setting's name. */
    public String key() {
        return key;
    }
}

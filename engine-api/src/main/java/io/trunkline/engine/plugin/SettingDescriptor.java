package io.trunkline.engine.plugin;

import java.util.List;
import java.util.Objects;

/**
 * Describes one setting of a plug-in, for reading it from text and for generating dialogs and help.
 *
 * @param key its name, such as {@code speed}
 * @param type how its text is read
 * @param defaultValue the text that stands if none is given; empty if the setting is optional and has none
 * @param choices the texts allowed; empty if any text of the type is
 * @param help one sentence for a user: what it does, the unit, the range
 * @param proposals texts to propose where any text of the type is allowed
 */
public record SettingDescriptor(String key, SettingType type, String defaultValue, List<String> choices, String help,
        Proposals proposals) {

    /** Checks that nothing is null and that the default can be read. */
    public SettingDescriptor {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(proposals, "proposals");
        choices = List.copyOf(choices);
        if (!defaultValue.isEmpty()) check(key, type, choices, defaultValue);
    }

    /** A setting for which nothing is proposed. */
    public SettingDescriptor(String key, SettingType type, String defaultValue, List<String> choices, String help) {
        this(key, type, defaultValue, choices, help, Proposals.NONE);
    }

    /** A setting that takes any text of its type. */
    public static SettingDescriptor of(String key, SettingType type, String defaultValue, String help) {
        return new SettingDescriptor(key, type, defaultValue, List.of(), help);
    }

    /** A setting that takes one of some words; the first is the default. */
    public static SettingDescriptor choice(String key, List<String> choices, String help) {
        if (choices.isEmpty()) throw new IllegalArgumentException("setting " + key + " has no choices");
        return new SettingDescriptor(key, SettingType.TEXT, choices.get(0), choices, help);
    }

    /** The same setting with texts to propose. */
    public SettingDescriptor proposing(Proposals texts) {
        return new SettingDescriptor(key, type, defaultValue, choices, help, texts);
    }

    /** What may be written for it, in a word or two: its choices as {@code a|b}, else its type. */
    public String form() {
        return choices.isEmpty() ? type.name() : String.join("|", choices);
    }

    /**
     * Checks a text against the type and the choices.
     *
     * @throws SettingException if it does not fit; the message names the key, the text and what is allowed
     */
    public void check(String text) {
        check(key, type, choices, text);
    }

    private static void check(String key, SettingType type, List<String> choices, String text) {
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new SettingException(key, "'" + text + "' is not one of " + String.join(", ", choices));
        }
        try {
            type.parse(text);
        } catch (RuntimeException e) {
            throw new SettingException(key, "'" + text + "' is not " + type.description());
        }
    }
}

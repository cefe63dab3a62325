package io.trunkline.launcher.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the environment and a settings file say. An option {@code --home} of a command {@code server} is called
 * {@code TRUNKLINE_SERVER_HOME} and {@code server.home}; a setting is called {@code TRUNKLINE_SET_SIM_SPEED} and
 * {@code SIM.speed}.
 *
 * @param variables the environment variables
 * @param file the settings file
 */
public record Layers(Map<String, String> variables, SettingsFile file) {

    /** The options that may stand without a command, and then hold for every command that has them. */
    public static final Set<String> SHARED = Set.of("home", "connect", "plugins");

    private static final String PREFIX = "TRUNKLINE_";

    /**
     * What is said of an option; empty if nothing, or no more than an empty text.
     *
     * @param option its name without dashes
     */
    public Optional<Given> option(String command, String option) {
        Stream<Optional<Given>> found = Stream.of(
                variable(optionVariable(command, option)),
                SHARED.contains(option) ? variable(PREFIX + upper(option)) : Optional.empty(),
                file.get(command + "." + option),
                SHARED.contains(option) ? file.get(option) : Optional.empty());
        return found.flatMap(Optional::stream).filter(given -> !given.text().isEmpty()).findFirst();
    }

    /** What is said of a setting. An empty text is a value, too: it means that there is to be none. */
    public Optional<Given> setting(String name, String key) {
        return variable(settingVariable(name, key)).or(() -> file.get(name + "." + key));
    }

    private Optional<Given> variable(String variable) {
        return Optional.ofNullable(variables.get(variable)).map(text -> new Given(text, Level.VARIABLE, variable));
    }

    /** The variable for an option of a command. */
    public static String optionVariable(String command, String option) {
        return PREFIX + upper(command + "_" + option);
    }

    /** The variable for a setting. */
    public static String settingVariable(String name, String key) {
        return PREFIX + "SET_" + upper(name + "_" + key);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}

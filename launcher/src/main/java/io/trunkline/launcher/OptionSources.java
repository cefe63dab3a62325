package io.trunkline.launcher;

import io.trunkline.launcher.config.Given;
import io.trunkline.launcher.config.Layers;
import io.trunkline.launcher.config.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Gives options that were not typed the values that the environment or the settings file has for them, and knows where
 * each value came from. For one command line and one thread.
 */
final class OptionSources implements IDefaultValueProvider {

    private static final String CONFIG = "--config";
    /** Of these a file has nothing to say, or the same for every run, which would be wrong. */
    private static final Set<String> UNNAMED = Set.of(CONFIG, "--set", "--key", "--help", "--version", "--sample");

    private final Environment environment;
    private Layers layers; // null until the command is known
    private FileKeys keys;
    private CommandException failure; // why the settings file cannot be used

    OptionSources(Environment environment) {
        this.environment = environment;
    }

    /** That of a command. */
    static OptionSources of(CommandSpec command) {
        return (OptionSources) command.defaultValueProvider();
    }

    /**
     * The names, without dashes, of those options of a command that may stand in a file; none for hidden commands and
     * for verbs of a command.
     */
    static List<String> names(CommandSpec command) {
        if (command.usageMessage().hidden() || isVerb(command)) return List.of();
        return command.options().stream().filter(OptionSources::isNamed).map(OptionSources::name).toList();
    }

    /** Whether a command has options without a value that may stand in a file. */
    static boolean hasFlags(CommandSpec command) {
        return command.options().stream()
                .anyMatch(option -> option.type() == boolean.class && names(command).contains(name(option)));
    }

    private static boolean isVerb(CommandSpec command) {
        return command.parent() != null && command.parent().parent() != null;
    }

    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    private static boolean isNamed(OptionSpec option) {
        return !option.hidden() && !UNNAMED.contains(option.longestName());
    }

    /** Called once what was typed is known. A file that cannot be used is not reported before {@link #check}. */
    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) return null;
        CommandSpec command = option.command();
        if (!names(command).contains(name(option))) return null;
        return layers(command).option(command.name(), name(option)).map(Given::text).orElse(null);
    }

    /** Refuses a settings file that cannot be used. */
    void check() {
        if (failure != null) throw failure;
    }

    /** What the environment and the settings file say for a command. */
    Layers layers(CommandSpec command) {
        if (layers == null) load(command);
        return layers;
    }

    /** The keys of the settings file that holds for a command. */
    FileKeys keys(CommandSpec command) {
        layers(command);
        return keys;
    }

    private void load(CommandSpec command) {
        CommandSpec root = command.root();
        SettingsFile file = SettingsFile.NONE;
        try {
            if (!command.usageMessage().hidden()) {
                String home = typed(command, "--home");
                if (home == null) home = environment.variables().get(Layers.optionVariable(command.name(), "home"));
                file = SettingsPlace.read(typed(command, CONFIG), home == null ? null : Path.of(home),
                        environment.variables());
            }
            new FileKeys(file, root).checkOptions();
        } catch (CommandException e) {
            failure = e;
            file = SettingsFile.NONE;
        }
        keys = new FileKeys(file, root);
        layers = new Layers(environment.variables(), file);
    }

    private static String typed(CommandSpec command, String name) {
        OptionSpec option = command.findOption(name);
        return option == null || option.getValue() == null ? null : option.getValue().toString();
    }

    /** The value of an option, such as {@code --port}, and where it was given; empty if it was not given. */
    Optional<Given> given(CommandSpec command, String name) {
        OptionSpec option = command.findOption(name);
        if (option == null || !names(command).contains(name(option))) return typedOnly(command, name);
        return typedOnly(command, name).or(() -> layers(command).option(command.name(), name(option)));
    }

    private static Optional<Given> typedOnly(CommandSpec command, String name) {
        ParseResult result = command.commandLine().getParseResult();
        if (result == null || !result.hasMatchedOption(name)) return Optional.empty();
        return Optional.of(Given.flag(String.join(",", result.matchedOption(name).originalStringValues()), name));
    }
}

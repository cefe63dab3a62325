package io.trunkline.launcher;

import io.trunkline.engine.plugin.Suggestion;
import io.trunkline.launcher.config.Given;
import io.trunkline.launcher.config.Layers;
import io.trunkline.launcher.config.SettingsFile;
import io.trunkline.launcher.text.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Checks what the keys of a settings file name. {@code COMMAND.option} is known to every command; whose setting
 * {@code NAME.key} is, only to the command that has a gateway or app of that name.
 *
 * @param file the file
 * @param root the command above all others
 */
record FileKeys(SettingsFile file, CommandSpec root) {

    /** Refuses options that no command has. */
    void checkOptions() {
        file.values().forEach((key, given) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                checkShared(key, given);
            } else {
                checkDotted(key, key.substring(0, dot), given);
            }
        });
    }

    private static void checkShared(String key, Given given) {
        if (!Layers.SHARED.contains(key)) throw unknown(key, given, Layers.SHARED, "");
    }

    private void checkDotted(String key, String name, Given given) {
        Optional<CommandSpec> command = command(name);
        if (command.isPresent()) {
            List<String> known = OptionSources.names(command.get());
            String option = key.substring(name.length() + 1);
            if (!known.contains(option)) {
                throw unknown(key, given, known.stream().map(each -> name + "." + each).toList(), "");
            }
        } else if (!declared().contains(name)) {
            Suggestion.nearest(name, commands()).ifPresent(near -> {
                throw unknown(key, given, List.of(), "; did you mean " + near + key.substring(name.length()) + "?");
            });
        }
    }

    /** Refuses settings of gateways and apps that neither are among the known nor stand in the file as gateways. */
    void checkNames(Collection<String> known) {
        Collection<String> all = new TreeSet<>(known);
        all.addAll(declared());
        file.values().forEach((key, given) -> {
            int dot = key.indexOf('.');
            if (dot < 0 || command(key.substring(0, dot)).isPresent() || all.contains(key.substring(0, dot))) return;
            throw CommandException.usage(given.prefix() + "nothing here is called " + key.substring(0, dot)
                    + DidYouMean.hint(key.substring(0, dot), all));
        });
    }

    private List<String> declared() {
        String gateways = file.get("server.gateway").map(Given::text).orElse("");
        List<String> names = new ArrayList<>();
        for (String gateway : gateways.split(",")) names.add(gateway.strip().split("=", 2)[0]);
        return names;
    }

    private Optional<CommandSpec> command(String name) {
        return commands().contains(name)
                ? Optional.of(root.subcommands().get(name).getCommandSpec()) : Optional.empty();
    }

    private List<String> commands() {
        return root.subcommands().entrySet().stream().filter(entry -> isVisible(entry.getValue()))
                .map(Map.Entry::getKey).toList();
    }

    private static boolean isVisible(CommandLine line) {
        return !line.getCommandSpec().usageMessage().hidden();
    }

    private static CommandException unknown(String key, Given given, Collection<String> known, String hint) {
        return CommandException.usage(given.prefix() + "unknown key " + key
                + (hint.isEmpty() ? DidYouMean.hint(key, known) : hint));
    }
}

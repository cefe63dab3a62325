package io.trunkline.launcher;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.Command;
import io.trunkline.engine.plugin.Verb;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Makes commands of what the types of apps offer: those that come with the program and those of the class loader of the
 * thread, not those of jars in a folder of plug-ins, for which a command must have said first where it is.
 */
final class PluginCommands {

    private final Environment environment;

    PluginCommands(Environment environment) {
        this.environment = environment;
    }

    /** Adds them all to the command above all others. One whose name is taken is reported and left out. */
    void addTo(CommandLine root) {
        providers().values().forEach(provider -> {
            try {
                provider.commands().forEach(command -> add(root, command, provider.type()));
            } catch (RuntimeException | LinkageError e) { // whatever a plug-in's code throws
                report("the commands of " + provider.getClass().getName() + " are left out: " + e);
            }
        });
    }

    private Map<Class<?>, AppProvider> providers() {
        Map<Class<?>, AppProvider> providers = new LinkedHashMap<>();
        Stream.of(PluginCommands.class.getClassLoader(), Thread.currentThread().getContextClassLoader()).distinct()
                .map(loader -> ServiceLoader.load(AppProvider.class, loader).iterator())
                .forEach(iterator -> collect(iterator, providers));
        return providers;
    }

    private void collect(Iterator<AppProvider> iterator, Map<Class<?>, AppProvider> providers) {
        while (true) {
            try {
                if (!iterator.hasNext()) return;
                AppProvider provider = iterator.next();
                providers.putIfAbsent(provider.getClass(), provider);
            } catch (ServiceConfigurationError | LinkageError e) {
                report("a type of apps is left out: " + e);
            }
        }
    }

    private void add(CommandLine root, Command command, String type) {
        if (root.getSubcommands().containsKey(command.name())) {
            report("the command '" + command.name() + "' of " + type + " is left out, there is another of that name");
            return;
        }
        CommandLine line = new CommandLine(new PluginCommand());
        describe(line.getCommandSpec(), command.name(), command.description());
        for (Verb verb : command.verbs()) line.addSubcommand(VerbCommand.of(environment, verb));
        root.addSubcommand(line);
    }

    static void describe(CommandSpec spec, String name, String description) {
        spec.name(name).usageMessage().header(PlainText.of(description).replace("%", "%%"));
    }

    private void report(String problem) {
        PrintStream err = environment.err();
        err.println(PlainText.of("trunkline: " + problem));
    }
}

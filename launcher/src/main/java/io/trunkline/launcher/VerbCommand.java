package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries out a verb of a plug-in's command. Its arguments and options are those that the verb describes. */
@Command
final class VerbCommand implements Callable<Integer> {

    private static final String ASK = "-";

    private final Environment environment;
    private final Verb verb;
    private final Map<String, ArgSpec> arguments = new LinkedHashMap<>(); // by key

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and end.")
    private boolean help;

    @Option(names = "--home", paramLabel = "DIR",
            description = "Folder for files; else TRUNKLINE_HOME, ./.trunkline if it exists, ~/.trunkline.")
    private Path home;

    @Option(names = {"-v", "--verbose"}, description = "Tell more of what goes wrong.")
    private boolean[] verbose = {};

    @Spec
    private CommandSpec spec;

    private VerbCommand(Environment environment, Verb verb) {
        this.environment = environment;
        this.verb = verb;
    }

    static CommandLine of(Environment environment, Verb verb) {
        VerbCommand command = new VerbCommand(environment, verb);
        CommandLine line = new CommandLine(command);
        PluginCommands.describe(line.getCommandSpec(), verb.name(), verb.description());
        for (SettingDescriptor parameter : verb.parameters()) command.add(parameter);
        return line;
    }

    private void add(SettingDescriptor parameter) {
        boolean isOption = !parameter.defaultValue().isEmpty();
        boolean isFlag = parameter.type() == SettingType.FLAG;
        String label = parameter.choices().isEmpty() ? parameter.key().toUpperCase(Locale.ROOT)
                : String.join("|", parameter.choices());
        String help = PlainText.of(parameter.help()).replace("%", "%%");
        ArgSpec argument = isOption
                ? OptionSpec.builder("--" + parameter.key()).type(String.class).paramLabel(label)
                        .arity(isFlag ? "0..1" : "1").fallbackValue(isFlag ? "true" : "")
                        .description(help + "; " + parameter.defaultValue() + " if not given").build()
                : PositionalParamSpec.builder().index(Integer.toString(positions())).required(!isAsked(parameter))
                        .arity(isAsked(parameter) ? "0..1" : "1").type(String.class).paramLabel(label)
                        .description(isAsked(parameter) ? help + "; asked for if it is missing or " + ASK : help)
                        .build();
        spec.add(argument);
        arguments.put(parameter.key(), argument);
    }

    /** Whether the user may be asked for it, which keeps it out of the list of processes. */
    private static boolean isAsked(SettingDescriptor parameter) {
        return parameter.type() == SettingType.SECRET && parameter.defaultValue().isEmpty();
    }

    private int positions() {
        return spec.positionalParameters().size();
    }

    @Override
    public Integer call() throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        arguments.forEach((key, argument) -> {
            if (argument.getValue() != null) texts.put(key, checkGiven(argument, argument.getValue()));
        });
        for (SettingDescriptor parameter : verb.parameters()) {
            if (!isAsked(parameter) || !texts.getOrDefault(parameter.key(), ASK).equals(ASK)) continue;
            texts.put(parameter.key(), ask(arguments.get(parameter.key())));
        }
        try {
            verb.body().run(Settings.parse(verb.parameters(), texts), Homes.resolve(home, environment.variables()),
                    this::tell).forEach(this::tell);
        } catch (SettingException e) {
            throw usage(e);
        }
        return 0;
    }

    private void tell(String line) {
        environment.out().println(PlainText.of(line));
    }

    /** What the user types when asked for an argument: the next line of the input. */
    private String ask(ArgSpec argument) throws IOException {
        environment.err().print(name(argument) + ": ");
        environment.err().flush();
        String line = new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8)).readLine();
        if (line != null && !line.isBlank()) return line.strip();
        throw CommandException.usage(name(argument) + ": there is none; give one, or type it when asked for it");
    }

    private static String checkGiven(ArgSpec argument, String text) {
        if (!text.isBlank()) return text;
        throw CommandException.usage(name(argument) + ": '" + text + "' is empty; give a value");
    }

    /** The same fault, told of what was typed. */
    private CommandException usage(SettingException fault) {
        String prefix = "setting " + fault.key();
        ArgSpec argument = arguments.get(fault.key());
        if (argument == null || !fault.getMessage().startsWith(prefix)) {
            return CommandException.usage(fault.getMessage());
        }
        return CommandException.usage(name(argument) + fault.getMessage().substring(prefix.length()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

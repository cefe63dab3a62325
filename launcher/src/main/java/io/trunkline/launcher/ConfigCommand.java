package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.launcher.text.DidYouMean;
import io.trunkline.launcher.text.SettingValue;
import io.trunkline.launcher.text.Shapes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Prints what options and settings amount to. */
@Command(name = "config", header = "Print every option and setting with its value and where it comes from.",
        description = {"What is typed wins, then the environment, then the settings file, then the default.",
            "'config server --port 3000' shows what that command would run with. Secrets are masked.", ""})
final class ConfigCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--sample", description = "Print a settings file with everything that can be set, commented out.")
    private boolean isSample;

    @Mixin
    private FormatOption form = new FormatOption();

    @Parameters(arity = "0..*", paramLabel = "COMMAND [OPTIONS]",
            description = "A command with what would be typed; all commands if not given.")
    private List<String> line = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    ConfigCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        common.startLog("off");
        CommandSpec asked = parse(line.isEmpty() ? List.of("server") : line);
        OptionSpec home = asked.findOption("--home");
        Path files = Homes.resolve(home == null ? null : home.getValue(), environment.variables());
        try (PluginJars jars = PluginOptions.of(asked).open(files);
                MainEngine engine = environment.engines().apply(jars.in(EngineOptions.DEFAULTS))) {
            List<String> lines = isSample ? SampleFile.lines(spec.root(), engine)
                    : form.format().lines(Shapes.SETTING, values(new EffectiveSettings(environment, engine)));
            lines.forEach(environment.out()::println);
        }
        return 0;
    }

    private List<SettingValue> values(EffectiveSettings settings) {
        if (!line.isEmpty()) return settings.of(parse(line));
        Set<SettingValue> values = new LinkedHashSet<>();
        for (String command : commands()) values.addAll(settings.of(parse(List.of(command))));
        return List.copyOf(values);
    }

    private List<String> commands() {
        return spec.root().subcommands().entrySet().stream()
                .filter(entry -> !OptionSources.names(entry.getValue().getCommandSpec()).isEmpty())
                .map(Map.Entry::getKey).toList();
    }

    /** The command at the line's beginning, with the rest of the line for its options; arguments may be missing. */
    private CommandSpec parse(List<String> words) {
        String name = words.get(0);
        if (!commands().contains(name)) {
            throw CommandException.usage("no command '" + name + "' has settings" + DidYouMean.hint(name, commands()));
        }
        CommandLine root = Main.commandLine(environment);
        CommandLine command = root.getSubcommands().get(name);
        command.getCommandSpec().parser().collectErrors(true);
        List<String> whole = new ArrayList<>(words);
        String file = file();
        if (file != null) whole.addAll(1, List.of("--config", file));
        ParseResult result = root.parseArgs(whole.toArray(String[]::new));
        for (Exception error : result.subcommand().errors()) {
            if (error instanceof MissingParameterException) continue;
            throw error instanceof ParameterException bad ? bad : new ParameterException(command, error.getMessage());
        }
        OptionSources.of(command.getCommandSpec()).check();
        return command.getCommandSpec();
    }

    private String file() {
        return spec.findOption("--config").getValue();
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {

    private static final String FLAGS =
            "A flag that the environment or the settings file turns on is turned off by --FLAG=false.";

    private Main() {}

    /** Carries out one command and ends the JVM with its exit code: 0 done, 1 failed, 2 bad usage, 130 interrupted. */
    public static void main(String[] args) {
        OutputStream stderr = new FileOutputStream(FileDescriptor.err);
        LastLine lastLine = LastLine.ofStderr(stderr, System.getenv());
        PrintStream out = utf8(lastLine.aboveStdout(new FileOutputStream(FileDescriptor.out)));
        PrintStream err = utf8(lastLine.above(stderr));
        System.setErr(err); // where the log goes
        int exitCode =
                run(new Environment(out, err, System.in, System.getenv(), MainEngine::create, lastLine), args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** Carries out one command and returns its exit code. */
    static int run(Environment environment, String... args) {
        return commandLine(environment).execute(args);
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine line = new CommandLine(new TrunklineCommand())
                .addSubcommand(new ServerCommand(environment))
                .addSubcommand(new ClientCommand(environment))
                .addSubcommand(new UiCommand(environment))
                .addSubcommand(new OrderCommand(environment))
                .addSubcommand(new CancelCommand(environment))
                .addSubcommand(new OutcomeCommand(environment))
                .addSubcommand(new ActCommand(environment))
                .addSubcommand(new QueryCommand(environment))
                .addSubcommand(new TopCommand(environment))
                .addSubcommand(new ShellCommand(environment))
                .addSubcommand(new PluginsCommand(environment))
                .addSubcommand(new DemoCommand(environment))
                .addSubcommand(config(environment))
                .addSubcommand(new CompletionCommand(environment))
                .addSubcommand(new BenchCommand())
                .addSubcommand(new SoakCommand())
                .addSubcommand(new DemoServerCommand(environment))
                .addSubcommand(new DemoClientCommand(environment))
                .addSubcommand(new WarmUpCommand(environment));
        new PluginCommands(environment).addTo(line);
        OptionSources sources = new OptionSources(environment);
        CommandErrors errors = new CommandErrors(environment.err());
        line.getSubcommands().values().stream().map(CommandLine::getCommandSpec).filter(OptionSources::hasFlags)
                .forEach(command -> command.usageMessage().footer("", FLAGS));
        return line.setUsageHelpWidth(100).setExpandAtFiles(false) // @ stands before a price
                .setToggleBooleanFlags(true) // else a flag that is on by default is turned off by being typed
                .setDefaultValueProvider(sources)
                .setExecutionStrategy(result -> execute(result, sources))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(environment.out(), true))
                .setErr(new PrintWriter(environment.err(), true))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static CommandLine config(Environment environment) {
        return new CommandLine(new ConfigCommand(environment)).setStopAtPositional(true); // the rest is for another
    }

    private static int execute(ParseResult result, OptionSources sources) {
        Integer helped = CommandLine.executeHelpRequest(result);
        if (helped != null) return helped;
        try {
            sources.check();
        } catch (CommandException e) {
            CommandLine line = result.hasSubcommand() ? result.subcommand().commandSpec().commandLine()
                    : result.commandSpec().commandLine();
            throw new ExecutionException(line, e.getMessage(), e);
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}

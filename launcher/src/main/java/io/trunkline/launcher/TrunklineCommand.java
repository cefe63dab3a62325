package io.trunkline.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above all others. */
@Command(name = "trunkline", versionProvider = Version.class,
        header = "Many JVM processes sharing one connection to a trading exchange.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'trunkline COMMAND --help' tells more. Data goes to stdout, messages to stderr.",
            "Exit codes: 0 done, 1 failed, 2 bad usage, 130 interrupted."})
final class TrunklineCommand implements Runnable {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and end.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version and end.")
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(line, "a command is missing");
    }
}

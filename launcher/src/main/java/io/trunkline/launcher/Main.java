package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program. */
public final class Main {

    private Main() {}

    /** Carries out one command and ends the JVM with its exit code: 0 done, 1 failed, 2 bad usage, 130 interrupted. */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int exitCode = run(new Environment(out, err, System.in, System.getenv(), MainEngine::create), args);
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
                .addSubcommand(new OrderCommand(environment))
                .addSubcommand(new CancelCommand(environment))
                .addSubcommand(new OutcomeCommand(environment))
                .addSubcommand(new QueryCommand(environment))
                .addSubcommand(new TopCommand(environment))
                .addSubcommand(new ShellCommand(environment))
                .addSubcommand(new DemoCommand(environment))
                .addSubcommand(new BenchCommand())
                .addSubcommand(new SoakCommand())
                .addSubcommand(new DemoServerCommand(environment))
                .addSubcommand(new DemoClientCommand(environment));
        CommandErrors errors = new CommandErrors(environment.err());
        return line.setUsageHelpWidth(100).setExpandAtFiles(false) // @ stands before a price
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(environment.out(), true))
                .setErr(new PrintWriter(environment.err(), true))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

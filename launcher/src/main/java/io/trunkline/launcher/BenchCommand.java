package io.trunkline.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Starts the benchmark, which is a program of its own beside the launcher's jar, with all other arguments. */
@Command(name = "bench", header = "Measure how fast events are pushed and orders answered.",
        description = {"Runs beside a raw socket and other ways of doing it, in JVMs of their own.",
            "'bench --quick' takes less than a minute; 'bench --list' names what is measured.", ""})
final class BenchCommand implements Callable<Integer> {

    private static final Companion PROGRAM = new Companion("bench", "the benchmark", "io.trunkline.bench.Bench");

    @Option(names = {"-h", "--help"}, description = "Show this and all options, and end.")
    private boolean help;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (help) arguments.add(0, "--help");
        return PROGRAM.run(arguments);
    }
}

package io.trunkline.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Starts the fault rig, which is a program of its own beside the launcher's jar, with all other arguments. */
@Command(name = "soak", header = "Break processes and connections at random and check that nothing is lost.",
        description = {"'soak --minutes 30 --seed 7' runs an exchange, a relay and clients in JVMs of their own.", ""})
final class SoakCommand implements Callable<Integer> {

    private static final Companion PROGRAM = new Companion("faults", "the fault rig", "io.trunkline.faults.Soak");

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

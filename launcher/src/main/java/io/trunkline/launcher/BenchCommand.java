package io.trunkline.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String MAIN_CLASS = "io.trunkline.bench.Bench";

    @Option(names = {"-h", "--help"}, description = "Show this and all options, and end.")
    private boolean help;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = folder();
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", classPath(folder), MAIN_CLASS));
        if (help) line.add("--help");
        line.addAll(arguments);
        try (StopSignal stop = StopSignal.install()) {
            Process process = new ProcessBuilder(line).inheritIO().start();
            int exitCode = process.waitFor();
            return stop.isStopped() ? stop.exitCode() : exitCode;
        }
    }

    /** The folder that the jar is in. */
    private static Path folder() {
        try {
            return Path.of(BenchCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            throw CommandException.failed("the folder of the program's jar is not known: " + e.getMessage(), e);
        }
    }

    private static String classPath(Path folder) {
        Path bench = folder.resolve("bench");
        if (!Files.isRegularFile(bench.resolve("trunkline-bench.jar"))) {
            throw CommandException.failed("the benchmark is not beside the program: " + bench
                    + " has no trunkline-bench.jar; 'mvn package' makes it");
        }
        return bench.resolve("*") + File.pathSeparator + bench.resolve("lib").resolve("*") + File.pathSeparator
                + folder.resolve("lib").resolve("*");
    }
}

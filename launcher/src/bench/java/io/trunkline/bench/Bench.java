package io.trunkline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark's main class. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Measure the product beside a raw socket and other ways of pushing events.",
        description = {"Starts servers and clients in JVMs of their own, on this machine's loopback only.", ""})
public final class Bench implements Callable<Integer> {

    @Option(names = "--quick", description = "Our own path and the raw socket only, in less than a minute.")
    private boolean quick;

    @Option(names = "--rows", split = ",", paramLabel = "NAME", description = "Only these rows; --list names them.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "5", description = "How often everything is measured: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "1.5",
            description = "About how long one measurement takes: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--list", description = "Name the rows and end.")
    private boolean list;

    /** Runs the benchmark and ends the JVM: 0 measured, 1 failed, 2 bad usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Row> rows = quick ? Rows.quick() : Rows.all();
        if (list) {
            rows.forEach(row -> System.out.printf("%-20s %s%n", row.name(), row.title()));
            return 0;
        }
        Run run = new Run(quick ? Math.min(rounds, 3) : rounds, quick ? Math.min(seconds, 1) : seconds, quick ? 2 : 4,
                System.err, new Results());
        for (Row row : rows) if (only.isEmpty() || only.contains(row.name())) row.measure(run);
        run.results().figures().forEach(figure -> System.out.println(figure.line()));
        return 0;
    }
}

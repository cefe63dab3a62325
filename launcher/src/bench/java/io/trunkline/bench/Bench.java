package io.trunkline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec
    private CommandSpec spec;

    @Option(names = "--warm-up", paramLabel = "SECONDS",
            description = "About how long each contender works before the first round: 6, and 2 for --quick.")
    private Double warmUp;

    @Option(names = "--jvm", paramLabel = "ARGUMENT",
            description = "An argument for the JVMs of all sides, such as one that records a profile; repeatable.")
    private List<String> jvmArguments = new ArrayList<>();

    @Option(names = "--list", description = "Name the rows and end.")
    private boolean list;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Where to write the table, the CSV file and the charts; bench-results if not given, nowhere for "
                    + "--quick.")
    private Path out;

    /** Runs the benchmark and ends the JVM: 0 measured, 1 failed, 2 bad usage. */
    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Row> rows = quick ? Rows.quick() : Rows.all();
        if (list) {
            rows.forEach(row -> System.out.printf("%-20s %s%n", row.name(), row.title()));
            return 0;
        }
        check(rows);
        List<Row> chosen = rows.stream().filter(row -> only.isEmpty() || only.contains(row.name())).toList();
        Machine machine = Machine.here();
        PeerJvm.useArguments(jvmArguments);
        Run run = new Run(quick ? Math.min(rounds, 3) : rounds, quick ? Math.min(seconds, 1) : seconds,
                warmUp != null ? warmUp : quick ? 2 : 6, System.err, new Results());
        run.say(machine.toString());
        Report report = new Report(machine, run, chosen);
        Path folder = out != null ? out : quick ? null : Path.of("bench-results");
        for (Row row : chosen) {
            int before = run.results().figures().size();
            row.measure(run);
            run.results().figures().stream().skip(before).forEach(figure -> System.out.println(figure.line()));
            if (folder != null) report.write(folder); // after each row: a run of an hour may be cut short
        }
        run.results().notes().forEach(note -> run.say("left out: " + note));
        if (folder != null) run.say("written to " + folder.toAbsolutePath());
        return 0;
    }

    private void check(List<Row> rows) {
        List<String> names = rows.stream().map(Row::name).toList();
        for (String name : only) {
            if (names.contains(name)) continue;
            throw new ParameterException(spec.commandLine(), "unknown row '" + name + "'; there are " + names);
        }
        if (rounds < 1) throw new ParameterException(spec.commandLine(), "--rounds must be 1 or more: " + rounds);
        if (!(seconds > 0)) throw new ParameterException(spec.commandLine(), "--seconds must be above 0: " + seconds);
    }
}

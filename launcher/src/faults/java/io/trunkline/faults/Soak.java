package io.trunkline.faults;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The program: runs faults at random and says whether anything was lost. */
public final class Soak {

    private Soak() {}

    /** Carries out a run and ends the JVM: 0 all is well, 1 something is not, 2 bad usage. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<String> arguments = List.of(args);
        if (arguments.contains("--help")) {
            out.println(SoakOptions.USAGE);
            return;
        }
        SoakOptions options;
        try {
            options = SoakOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(SoakOptions.USAGE);
            System.exit(2);
            return;
        }
        System.exit(run(options, arguments.contains("--out"), out, err) ? 0 : 1);
    }

    private static boolean run(SoakOptions options, boolean keepsLogs, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        out.println("seed " + options.seed() + ", logs in " + options.folder());
        out.println("replay: " + options.replay());
        boolean isWell = false;
        try (SoakRun run = new SoakRun(options, out)) {
            Thread hook = new Thread(run::close, "soak-end");
            Runtime.getRuntime().addShutdownHook(hook);
            isWell = run.run();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (SoakFailure e) {
            err.println(e.getMessage());
        } catch (IOException | RuntimeException e) { // a failing run must say how to do it again
            e.printStackTrace(err);
        }
        if (isWell) {
            out.println("all is well");
            if (!keepsLogs) delete(options.folder());
        } else {
            err.println("FAILED with seed " + options.seed() + ", logs in " + options.folder());
            err.println("replay: " + options.replay());
        }
        return isWell;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}

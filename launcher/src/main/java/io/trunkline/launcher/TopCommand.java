package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.launcher.top.ServerView;
import io.trunkline.launcher.top.TopFormat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a server's sessions as they are now, again and again. */
@Command(name = "top", header = "Show a server's sessions and rates, live.",
        description = {"On a terminal the picture is drawn anew each time; q or Ctrl-C ends it. In a pipe it is "
            + "written again each time. Rates are of the last second or two; times are of the session so far.",
            ""})
final class TopCommand implements Callable<Integer> {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Option(names = "--interval", paramLabel = "DURATION", converter = Durations.class, defaultValue = "1s",
            description = "Time from one picture to the next, 1s or more; 1s if not given.")
    private Duration interval;

    @Option(names = "--once", description = "Show one picture and end.")
    private boolean once;

    @Option(names = "--json", description = "Write one JSON object a line: the server's, then one a session.")
    private boolean json;

    @Option(names = "--csv", description = "Write the sessions as comma-separated values with every column.")
    private boolean csv;

    TopCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("off");
        if (json && csv) throw CommandException.usage("--json and --csv exclude each other");
        if (interval.compareTo(LEAST) < 0) {
            throw CommandException.usage("--interval: " + Durations.text(interval) + " is too short; 1s at least");
        }
        GivenSettings settings = request.settings(environment);
        if (settings.text(Names.RPC, Names.NAME) == null) {
            settings.put(Names.RPC, Names.NAME, "top-" + ProcessHandle.current().pid());
        }
        try (StopSignal stop = StopSignal.install();
                Remote remote = request.open(environment, settings)) {
            ServerView view = new ServerView(remote.gateway(), remote.address());
            awaitFirst(view, stop);
            show(view, remote, stop);
            return stop.exitCode();
        }
    }

    private void awaitFirst(ServerView view, StopSignal stop) throws InterruptedException {
        long start = System.nanoTime();
        while (!view.isKnown() && !stop.await(STEP)) {
            if (System.nanoTime() - start < request.timeout().toNanos()) continue;
            throw CommandException.failed("the server at " + view.address() + " does not say what its sessions are; "
                    + "where clients log in, supervisors alone are told; else allow more with"
                    + " --timeout, or run the same release there");
        }
    }

    private void show(ServerView view, Remote remote, StopSignal stop) throws InterruptedException {
        TopFormat format = json ? TopFormat.JSON : csv ? TopFormat.CSV : TopFormat.TABLE;
        boolean isScreen = format == TopFormat.TABLE && !once && Terminal.isAt(0) && Terminal.isAt(1);
        try (KeyMode keys = isScreen ? KeyMode.open() : KeyMode.none()) {
            boolean isFirst = true;
            do {
                boolean isFresh = view.isKnown() && remote.watch().isLive();
                List<String> lines = isFresh ? format.lines(view, Instant.now(), isFirst)
                        : List.of("no news of the server: " + PlainText.of(remote.watch().detail()));
                if (isScreen) environment.out().print(CLEAR);
                boolean isMessage = !isScreen && !isFresh;
                lines.forEach((isMessage ? environment.err() : environment.out())::println);
                if (isScreen) environment.out().println(keys.isOn() ? "q ends" : "q and Enter ends");
                environment.out().flush();
                if (environment.out().checkError()) throw CommandException.failed("cannot write to stdout");
                isFirst = false;
            } while (!once && !isOver(isScreen, stop));
        }
    }

    /** Waits until it is time for the next picture. Answers whether there is to be none. */
    private boolean isOver(boolean isScreen, StopSignal stop) throws InterruptedException {
        if (!isScreen) return stop.await(interval);
        long start = System.nanoTime();
        while (System.nanoTime() - start < interval.toNanos()) {
            if (stop.await(STEP) || isQuitTyped()) return true;
        }
        return false;
    }

    private boolean isQuitTyped() {
        try {
            while (environment.in().available() > 0) {
                if (environment.in().read() == 'q') return true;
            }
            return false;
        } catch (IOException e) {
            return false; // nobody can type anything
        }
    }
}

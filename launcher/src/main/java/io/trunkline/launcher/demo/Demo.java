package io.trunkline.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Runs the demonstration. For one thread, but for {@link #close}, which is safe from any. */
public final class Demo implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);
    private static final Duration SETTLING_STEP = Duration.ofMillis(200);

    private final Class<?> mainClass;
    private final PrintStream out;
    private final Pause pause;
    private final List<Child> children = new ArrayList<>(); // guarded by itself
    private Child server;
    private final List<Child> clients = new ArrayList<>();

    /** Waits some time, or less if the demonstration is to end early. Returns whether it is to. */
    @FunctionalInterface
    public interface Pause {

        /** Waits. */
        boolean await(Duration time) throws InterruptedException;
    }

    /**
     * One whose children run the commands {@code demo-server} and {@code demo-client} of a main class.
     *
     * @param out where progress and the result go
     */
    public Demo(Class<?> mainClass, PrintStream out, Pause pause) {
        this.mainClass = mainClass;
        this.out = out;
        this.pause = pause;
    }

    /** Starts the server with its replay held back, then the clients, and waits until all are ready. */
    public void start(int port, String speed, int count) throws IOException, InterruptedException {
        server = child("server", List.of("demo-server", "--port", Integer.toString(port), "--speed", speed));
        String address = server.answer(START).get(0);
        out.println("server at " + address);
        for (int i = 1; i <= count; i++) {
            clients.add(child("demo-" + i, List.of("demo-client", "--connect", address, "--name", "demo-" + i)));
        }
        for (Child client : clients) client.answer(START);
        out.println(count + " clients connected, each a JVM of its own");
    }

    private Child child(String name, List<String> arguments) throws IOException {
        Child child = Child.start(name, JavaCommand.of(mainClass, arguments));
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    /**
     * Replays and trades until the recording is over, showing a line a second.
     *
     * @param duration when to stop earlier; null for not at all
     * @return whether it came to its end, and was not told to end early
     */
    public boolean play(Duration duration) throws InterruptedException {
        server.ask("RESUME", ANSWER);
        for (Child client : clients) client.ask("START", ANSWER);
        Progress progress = new Progress();
        long start = System.nanoTime();
        BooleanSupplier isOver = () -> duration != null && System.nanoTime() - start >= duration.toNanos();
        boolean isFinished = false;
        while (!isFinished && !isOver.getAsBoolean()) {
            if (pause.await(Duration.ofSeconds(1))) return false;
            Map<String, String> status = server.status(ANSWER);
            List<Map<String, String>> states = new ArrayList<>();
            for (Child client : clients) states.add(client.status(ANSWER));
            out.println(progress.line(status, clients.stream().map(Child::name).toList(), states));
            isFinished = Boolean.parseBoolean(status.get("finished"));
        }
        for (Child client : clients) client.ask("STOP", ANSWER);
        server.ask("PAUSE", ANSWER);
        return true;
    }

    /** Compares the books once nothing moves any more, shows the result and returns whether all are equal. */
    public boolean compare(PrintStream err) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_SETTLING.toNanos();
        Party before = party(server);
        Comparison comparison = comparison();
        while (!(comparison.isEqual() && comparison.server().equals(before)) && System.nanoTime() - deadline < 0) {
            if (pause.await(SETTLING_STEP)) return false;
            before = comparison.server();
            comparison = comparison();
        }
        comparison.table().forEach(out::println);
        if (!comparison.isEqual()) comparison.differences().forEach(err::println);
        out.println("books equal: " + (comparison.isEqual() ? "yes" : "no"));
        return comparison.isEqual();
    }

    private Comparison comparison() throws InterruptedException {
        List<Party> parties = new ArrayList<>();
        for (Child client : clients) parties.add(party(client));
        return new Comparison(party(server), parties);
    }

    private static Party party(Child child) throws InterruptedException {
        return new Party(child.name(), child.ask("DUMP", ANSWER), child.status(ANSWER));
    }

    /** Ends all processes. */
    @Override
    public void close() {
        List<Child> all;
        synchronized (children) {
            all = new ArrayList<>(children);
        }
        for (int i = all.size() - 1; i >= 0; i--) all.get(i).close();
    }
}

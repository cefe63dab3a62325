package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs commands on a fake engine and keeps what they print. */
final class Cli {

    final FakeEngine engine = new FakeEngine();
    final Map<String, String> variables = new HashMap<>(Map.of("TRUNKLINE_CONFIG", "none"));
    InputStream in = InputStream.nullInputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Thread thread;
    private CompletableFuture<Integer> exitCode;

    Environment environment() {
        return new Environment(stream(out), stream(err), in, variables, engine::create);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    int run(String... arguments) {
        return Main.run(environment(), arguments);
    }

    /** Runs a command that does not end by itself, on a thread of its own. */
    void start(String... arguments) {
        exitCode = new CompletableFuture<>();
        thread = new Thread(() -> exitCode.complete(run(arguments)), "cli");
        thread.start();
    }

    /** Interrupts the command and returns its exit code. */
    int interrupt() throws Exception {
        thread.interrupt();
        return join();
    }

    int join() throws Exception {
        return exitCode.get(20, TimeUnit.SECONDS);
    }

    void awaitOut(String text) throws InterruptedException {
        await(text, this::out);
    }

    void awaitErr(String text) throws InterruptedException {
        await(text, this::err);
    }

    private static void await(String text, Supplier<String> printed) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!printed.get().contains(text) && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(5);
        assertThat(printed.get()).contains(text);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out().lines().toList();
    }

    /** Checks that the command printed one line on stderr, which is this. */
    void assertErr(String line) {
        assertThat(err()).isEqualTo(line + System.lineSeparator());
    }
}

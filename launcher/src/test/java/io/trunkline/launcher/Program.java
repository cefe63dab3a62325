package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A run of the packaged program in a JVM of its own. */
public final class Program implements AutoCloseable {

    public static final String JAR = System.getProperty("trunkline.jar");
    /** As the start script has it: the archive of classes, and no word where it does not fit. */
    private static final List<String> QUICK = JAR == null ? List.of() : List.of(
            "-XX:SharedArchiveFile=" + Path.of(JAR).resolveSibling("trunkline.jsa"), "-Xshare:auto", "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off", "-Xlog:class+path=off");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> out = new ArrayList<>(); // guarded by itself
    private final List<String> err = new ArrayList<>(); // guarded by itself
    private final CompletableFuture<Void> outEnd;
    private final CompletableFuture<Void> errEnd;

    private Program(Process process) {
        this.process = process;
        this.outEnd = CompletableFuture.runAsync(() -> read(process.getInputStream(), out), Program::thread);
        this.errEnd = CompletableFuture.runAsync(() -> read(process.getErrorStream(), err), Program::thread);
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "program-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts {@code java -jar trunkline.jar} with arguments. */
    public static Program start(String... arguments) throws IOException {
        List<String> java = new ArrayList<>(List.of("-jar", JAR));
        java.addAll(Arrays.asList(arguments));
        return java(java);
    }

    /** Starts java with arguments. */
    public static Program java(List<String> arguments) throws IOException {
        return java(List.of(), arguments);
    }

    /** Has a command that ends with what is to be run start java with arguments. */
    public static Program java(List<String> starter, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (arguments.contains(JAR)) command.addAll(QUICK);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        return start(builder);
    }

    /** Starts any command, in the same surroundings. */
    static Program command(String... command) throws IOException {
        return start(new ProcessBuilder(command));
    }

    private static Program start(ProcessBuilder builder) throws IOException {
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TRUNKLINE_CONFIG", "none"); // whatever the machine has
        return new Program(builder.start());
    }

    /** Starts it and waits for its end. */
    static Program run(String... arguments) throws Exception {
        Program program = start(arguments);
        program.exitCode();
        return program;
    }

    private static void read(InputStream stream, List<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line on stdout that begins so, and returns it. */
    public String awaitOut(String beginning) throws InterruptedException {
        awaitOut(lines -> lines.stream().anyMatch(line -> line.startsWith(beginning)), beginning);
        return out().stream().filter(line -> line.startsWith(beginning)).findFirst().orElseThrow();
    }

    /** Waits until the lines on stdout fulfil a condition, which the message of a failure calls {@code what}. */
    public void awaitOut(Predicate<List<String>> condition, String what) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.test(out())) {
            assertThat(System.nanoTime() - deadline).as("no %s within %s: %s", what, LONGEST, this).isNegative();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Waits for a line on stderr that contains a text. */
    public void awaitErr(String text) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (err().stream().noneMatch(line -> line.contains(text))) {
            assertThat(System.nanoTime() - deadline).as("no %s within %s: %s", text, LONGEST, this).isNegative();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Types a text. */
    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Ends its input. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Sends SIGTERM; what it says then can still be read. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends a signal, such as STOP, by the system's own program. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
        assertThat(kill.waitFor()).as("kill -%s", name).isZero();
    }

    /** The system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() throws Exception {
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("it ended: %s", this).isTrue();
        outEnd.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        errEnd.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return process.exitValue();
    }

    public List<String> out() {
        synchronized (out) {
            return List.copyOf(out);
        }
    }

    public List<String> err() {
        synchronized (err) {
            return List.copyOf(err);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        List<String> last = out();
        return "out " + last.subList(Math.max(0, last.size() - 20), last.size()) + ", err " + err();
    }
}

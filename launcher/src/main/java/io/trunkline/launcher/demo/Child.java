package io.trunkline.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process that is told what to do line by line.
 *
 * <p>For one thread, but for {@link #close}, which is safe from any. A thread of this object reads the process's
 * answers.
 */
final class Child implements AutoCloseable {

    private static final long LONGEST_END_MILLIS = 5_000;

    private final String name;
    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(); // empty at the end of the output

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Starts a process; its stderr is ours. */
    static Child start(String name, List<String> command) throws IOException {
        return of(name, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Takes charge of a process. */
    static Child of(String name, Process process) {
        Child child = new Child(name, process);
        Thread reader = new Thread(child::read, "demo-" + name);
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    String name() {
        return name;
    }

    private void read() {
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) lines.add(Optional.of(line));
        } catch (IOException e) {
            // the process was ended while we read; what it said until then is in the queue
        }
        lines.add(Optional.empty());
    }

    /** Gives a command and returns the answer's lines. */
    List<String> ask(String command, Duration timeout) throws InterruptedException {
        try {
            OutputStream input = process.getOutputStream();
            input.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the " + name + " does not listen any more: " + e.getMessage(), e);
        }
        return answer(timeout);
    }

    /** Gives a command and returns the answer's lines, each a name, a blank and a value. */
    Map<String, String> status(Duration timeout) throws InterruptedException {
        Map<String, String> status = new LinkedHashMap<>();
        for (String line : ask("STATUS", timeout)) {
            int blank = line.indexOf(' ');
            status.put(line.substring(0, blank), line.substring(blank + 1));
        }
        return status;
    }

    /** The lines that it says next, such as its greeting. */
    List<String> answer(Duration timeout) throws InterruptedException {
        List<String> answer = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<String> line = lines.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IllegalStateException("the " + name + " did not answer within " + timeout.toSeconds() + " s");
            }
            String text = line.orElseThrow(() -> new IllegalStateException("the " + name + " ended early"));
            if (text.equals(CommandLoop.END)) return answer;
            if (text.startsWith(CommandLoop.ERROR)) {
                throw new IllegalStateException(
                        "the " + name + " failed: " + text.substring(CommandLoop.ERROR.length()));
            }
            answer.add(text);
        }
    }

    /** Lets the process end by itself, and ends it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package io.trunkline.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that can be killed, stopped and measured. Its output goes line by line to a consumer, on a thread of this
 * object's; a line that was not ended is left out. Safe from any thread.
 */
final class ChildProcess implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final long END_SECONDS = 25;

    private final Process process;
    private final Thread reader;

    private ChildProcess(Process process, Consumer<String> lines) {
        this.process = process;
        this.reader = new Thread(() -> read(lines), "output-" + process.pid());
        reader.setDaemon(true);
    }

    /** Starts a process whose messages are appended to a file. */
    static ChildProcess start(List<String> command, Path messages, Consumer<String> lines) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(messages.toFile())).start();
        ChildProcess child = new ChildProcess(process, lines);
        child.reader.start();
        return child;
    }

    private void read(Consumer<String> lines) {
        StringBuilder line = new StringBuilder();
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int c = output.read(); c >= 0; c = output.read()) {
                if (c != '\n') {
                    line.append((char) c);
                    continue;
                }
                lines.accept(line.toString());
                line.setLength(0);
            }
        } catch (IOException e) {
            // the process was ended while we read: what was whole has been passed on
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Writes a line to it. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a process does not listen any more", e);
        }
    }

    /** Sends a signal. */
    void signal(String name) throws IOException, InterruptedException {
        run(List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    /** Kills it, and waits for its end and that of its output. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Tells it to end, and waits for that. */
    void terminate() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("process " + process.pid() + " did not end within " + END_SECONDS + " s");
        }
        reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    }

    /** What it uses; -1 for what cannot be known here. */
    Usage usage() throws InterruptedException {
        File[] descriptors = new File("/proc/" + process.pid() + "/fd").listFiles();
        return new Usage(heapAfterCollection(), threads(), descriptors == null ? -1 : descriptors.length);
    }

    /**
     * What a process uses.
     *
     * @param heap bytes that live after a whole collection
     * @param threads its threads
     * @param descriptors its open files and sockets
     */
    record Usage(long heap, int threads, int descriptors) {}

    private long heapAfterCollection() throws InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Matcher total = TOTAL.matcher(run(List.of(jcmd, Long.toString(process.pid()), "GC.class_histogram")));
            return total.find() ? Long.parseLong(total.group(1)) : -1;
        } catch (IOException e) {
            return -1; // a runtime without tools
        }
    }

    private int threads() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("Threads:")).findFirst()
                    .map(line -> Integer.parseInt(line.substring(8).strip())).orElse(-1);
        } catch (IOException e) {
            return -1; // another system
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

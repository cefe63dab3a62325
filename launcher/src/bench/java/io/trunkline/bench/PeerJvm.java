package io.trunkline.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that plays a role, from the outside. For one thread. */
final class PeerJvm implements Closeable {

    private static List<String> arguments = List.of(); // set once, before the first is started

    private final Process process;
    private final BufferedReader answers;
    private Message last = new Message("none", java.util.Map.of());

    private PeerJvm(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Gives all JVMs that are started from now on some arguments more. */
    static void useArguments(List<String> more) {
        arguments = List.copyOf(more);
    }

    /** Starts a JVM with this one's class path. */
    static PeerJvm start(String role, List<String> jvmArguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xms256m", "-Xmx2g", "-XX:+IgnoreUnrecognizedVMOptions"));
        line.addAll(arguments);
        line.addAll(jvmArguments);
        line.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp", System.getProperty("java.class.path"), Peer.class.getName(), role));
        return new PeerJvm(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    long pid() {
        return process.pid();
    }

    /** Tells it to do something; {@link #answer} is what came of it. */
    void tell(Message command) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    Message answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("ok") && !line.startsWith("error")) line = answers.readLine();
        if (line == null) throw new IOException("a JVM of the benchmark ended early");
        Message answer = Message.parse(line);
        if (!answer.word().equals("ok")) throw new IOException("a JVM of the benchmark failed: " + answer);
        last = answer;
        return answer;
    }

    Message ask(Message command) throws IOException {
        tell(command);
        return answer();
    }

    /** Its last answer. */
    Message last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

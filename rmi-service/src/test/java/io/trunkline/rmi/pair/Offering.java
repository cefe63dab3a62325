package io.trunkline.rmi.pair;

import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import io.trunkline.rmi.wire.Waiting;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An identity of alice, offered on the loopback address by the verb on a thread of its own. */
final class Offering implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("--from 127\\.0\\.0\\.1:([0-9]+), ");

    final Path file;
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<List<String>> end = new CompletableFuture<>();
    private final Thread thread;

    private Offering(Means means, Path home, Map<String, String> options) {
        file = issued(home);
        Map<String, String> parameters = new HashMap<>(Map.of("name", "alice", "bind", "127.0.0.1", "port", "0"));
        parameters.putAll(options);
        thread = new Thread(() -> {
            try {
                end.complete(run(means, "offer", parameters, home, lines));
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        }, "offering");
        thread.start();
    }

    static Offering start(Means means, Path home, Map<String, String> options) {
        Offering offering = new Offering(means, home, options);
        Waiting.until(() -> offering.lines.size() >= 2 || offering.end.isDone());
        return offering;
    }

    static Path issued(Path home) {
        return home.resolve("keys/issued/alice.p12");
    }

    static byte[] issue(Path home, int bytes) throws Exception {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) content[i] = (byte) (i * 31);
        Files.createDirectories(issued(home).getParent());
        Files.write(issued(home), content);
        return content;
    }

    static List<String> run(
            Means means, String name, Map<String, String> parameters, Path home, List<String> lines)
            throws Exception {
        Verb verb = PairCommand.create(means).verbs().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow();
        return verb.body().run(Settings.parse(verb.parameters(), parameters), home, lines::add);
    }

    String code() {
        return lines.get(0);
    }

    int port() {
        Matcher matcher = PORT.matcher(lines.get(1));
        if (!matcher.find()) throw new AssertionError(lines);
        return Integer.parseInt(matcher.group(1));
    }

    Socket dial() throws Exception {
        return new Socket(InetAddress.getByName("127.0.0.1"), port());
    }

    boolean isOver() {
        return end.isDone();
    }

    /** What it tells at the end; throws what the verb threw. */
    List<String> end() throws Exception {
        try {
            return end.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override
    public void close() {
        thread.interrupt();
        Waiting.until(() -> !thread.isAlive());
    }
}

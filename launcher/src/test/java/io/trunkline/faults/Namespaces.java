package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two network namespaces of this process's own, "near" and "far", with a link between them that packet filters impair.
 * The filters are those of the far end. Removed by {@link #close}, and at the latest when this JVM ends.
 */
final class Namespaces implements AutoCloseable {

    static final String FAR_ADDRESS = "10.213.77.1";

    private static final String NEAR_ADDRESS = "10.213.77.2";
    private static final String LINK = "wire0";

    private final String near;
    private final String far;
    private final Thread hook = new Thread(this::remove, "namespaces-end");

    private Namespaces(String prefix) {
        near = prefix + "-near";
        far = prefix + "-far";
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the system and the rights of this process allow it. */
    static boolean arePossible() {
        String name = "tl-probe-" + ProcessHandle.current().pid();
        try {
            return run("ip", "netns", "add", name) == 0
                    && run("ip", "netns", "exec", name, "iptables", "-A", "INPUT", "-p", "tcp", "-m", "statistic",
                            "--mode", "random", "--probability", "0.5", "-j", "DROP") == 0
                    && run("ip", "netns", "exec", name, "iptables", "-A", "INPUT", "-p", "tcp", "-j", "REJECT",
                            "--reject-with", "tcp-reset") == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        } finally {
            try {
                run("ip", "netns", "del", name);
            } catch (IOException | InterruptedException e) {
                // there is nothing to remove it with
            }
        }
    }

    static Namespaces create() throws IOException, InterruptedException {
        Namespaces both = new Namespaces("tl-" + ProcessHandle.current().pid());
        try {
            both.setUp();
            return both;
        } catch (IOException | InterruptedException | AssertionError e) {
            both.close();
            throw e;
        }
    }

    private void setUp() throws IOException, InterruptedException {
        must("ip", "netns", "add", near);
        must("ip", "netns", "add", far);
        must("ip", "-n", near, "link", "add", LINK, "type", "veth", "peer", "name", LINK, "netns", far);
        setUp(near, NEAR_ADDRESS);
        setUp(far, FAR_ADDRESS);
    }

    private void setUp(String namespace, String address) throws IOException, InterruptedException {
        must("ip", "-n", namespace, "addr", "add", address + "/30", "dev", LINK);
        must("ip", "-n", namespace, "link", "set", LINK, "up");
        must("ip", "-n", namespace, "link", "set", "lo", "up");
    }

    /** The beginning of a command that runs at the near end. */
    List<String> near() {
        return List.of("ip", "netns", "exec", near);
    }

    /** The beginning of a command that runs at the far end. */
    List<String> far() {
        return List.of("ip", "netns", "exec", far);
    }

    /** Has the far end treat TCP packets that come over the link in a way, such as {@code -j DROP}. */
    void incoming(String... rule) throws IOException, InterruptedException {
        filter("INPUT", "-i", rule);
    }

    /** Has the far end treat TCP packets that go over the link in a way. */
    void outgoing(String... rule) throws IOException, InterruptedException {
        filter("OUTPUT", "-o", rule);
    }

    private void filter(String chain, String way, String... rule) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(far());
        command.addAll(List.of("iptables", "-A", chain, way, LINK, "-p", "tcp"));
        command.addAll(Arrays.asList(rule));
        must(command.toArray(String[]::new));
    }

    /** Takes the link away from the far end. */
    void unplug() throws IOException, InterruptedException {
        must("ip", "-n", far, "link", "set", LINK, "down");
    }

    /** Lets everything pass again. */
    void heal() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(far());
        command.addAll(List.of("iptables", "-F"));
        must(command.toArray(String[]::new));
        must("ip", "-n", far, "link", "set", LINK, "up");
    }

    private void must(String... command) throws IOException, InterruptedException {
        assertThat(run(command)).as(String.join(" ", command)).isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("command", ".out");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                    .start();
            int exitCode = process.waitFor();
            if (exitCode != 0 && !command[2].equals("del")) {
                System.out.println(String.join(" ", command) + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
            return exitCode;
        } finally {
            Files.delete(output);
        }
    }

    private void remove() {
        for (String name : List.of(near, far)) {
            try {
                run("ip", "netns", "del", name);
            } catch (IOException e) {
                // it goes with the machine
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        remove();
    }
}

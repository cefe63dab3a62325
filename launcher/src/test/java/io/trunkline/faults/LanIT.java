package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server and clients on two machines, with keys that the command {@code keys} made, over TLS. */
@Timeout(120)
class LanIT {

    private static final String LIVE = ".* RPC LIVE\\s*";
    private static final String TROUBLE = ".* RPC CONNECTING (?!connecting to ).+";
    private static final Path NOTE = Path.of("target", "lan-sockets.txt");

    @TempDir
    private static Path folder;

    private static Lan lan;
    private static LanScene scene;

    @BeforeAll
    static void start() throws Exception {
        lan = Lan.create();
        scene = new LanScene(lan, folder, "alice", "carol");
    }

    @AfterAll
    static void end() {
        if (scene != null) scene.close();
        if (lan != null) lan.close();
    }

    private static long count(Program program, String pattern) {
        return program.out().stream().filter(line -> line.matches(pattern)).count();
    }

    private static void await(Program program, String pattern, long times) throws InterruptedException {
        program.awaitOut(lines -> count(program, pattern) >= times, pattern + " " + times + " times");
    }

    private static List<String> run(String home, String command, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--timeout", "20s"));
        Program program = scene.client(home, command, all.toArray(String[]::new));
        assertThat(program.exitCode()).as("%s", program).isZero();
        return program.out();
    }

    /** Waits for what a client's connection says when it does not come about. */
    private static String troubleOf(String home) throws Exception {
        try (Program client = scene.client(home, "client", "--print", "states", "--name", home)) {
            client.awaitOut(lines -> lines.stream().anyMatch(line -> line.matches(TROUBLE)), TROUBLE);
            return client.out().stream().filter(line -> line.matches(TROUBLE)).findFirst().orElseThrow();
        }
    }

    @Test
    void aClientStreamsTradesAndComesBackAndListensOnNoPort() throws Exception {
        Program client = scene.client("alice", "client", "--subscribe", "all", "--print", "ticks,orders,states",
                "--set", "RPC.heartbeat=200ms", "--set", "RPC.timeout=800ms");
        await(client, LIVE, 1);
        await(client, "tick .*", 10);
        assertListensOnNoPort(client);

        String id = run("alice", "order", "buy", "AP010.CZCE", "1", "@6477").get(0);
        client.awaitOut(lines -> lines.stream().anyMatch(line -> line.contains(id) && line.contains("NOTTRADED")), id);
        assertThat(run("alice", "cancel", id)).containsExactly(id);
        client.awaitOut(lines -> lines.stream().anyMatch(line -> line.contains(id) && line.contains("CANCELLED")), id);

        lan.cut(scene.server());
        await(client, ".* RPC CONNECTING nothing was heard .*|.* RPC CONNECTING .* did not answer .*", 1);
        lan.heal(scene.server());
        await(client, LIVE, 2);
        await(client, "tick .*", count(client, "tick .*") + 10);
        assertListensOnNoPort(client);
        client.terminate();
        client.exitCode();
        assertThat(client.awaitOut("summary ")).contains(" gaps=0 duplicates=0 lost=0 ");

        String own = id.substring("RPC.".length());
        assertThat(scene.audit("alice")).anyMatch(line -> line.matches("logged in\tsession \\d+ as trader"))
                .anyMatch(line -> line.matches("logged in\tsession \\d+ as trader, resumed"))
                .anyMatch(line -> line.startsWith("order\t") && line.endsWith("accepted as " + own))
                .anyMatch(line -> line.startsWith("cancel\t") && line.contains(own));
    }

    /** Notes what both sides listen on. */
    private static void assertListensOnNoPort(Program client) throws IOException {
        if (!ListeningSockets.areKnown()) return;
        List<String> ofServer = ListeningSockets.ofProcess(scene.server().pid());
        List<String> ofClient = lan.isTwoMachines() ? ListeningSockets.ofNamespace(client.pid())
                : ListeningSockets.ofProcess(client.pid());
        List<String> note = new ArrayList<>(List.of("the server listens on " + ofServer.size() + " ports:"));
        note.addAll(ofServer);
        note.add((lan.isTwoMachines() ? "the client's network namespace" : "the client") + " listens on "
                + ofClient.size() + " ports:");
        note.addAll(ofClient);
        Files.write(NOTE, note);
        assertThat(ofServer).as("this finds ports").hasSize(1);
        assertThat(ofClient).isEmpty();
    }

    @Test
    void aClientWithoutAnIdentityIsToldWhatItNeeds() throws Exception {
        assertThat(troubleOf("nobody")).contains(" no connection to ", "it speaks TLS only",
                "put the identity that its operator made (trunkline keys issue) into the home");
    }

    @Test
    void aRevokedClientIsRefusedAtItsNextLogIn() throws Exception {
        assertThat(run("carol", "query", "accounts")).hasSize(2);

        scene.keys("revoke", "carol");

        assertThat(troubleOf("carol")).contains(" refused: ",
                "the certificate of carol was revoked; a new identity is made with trunkline keys issue");
        assertThat(scene.audit("carol")).anyMatch(line -> line.matches("logged in\tsession \\d+ as trader"))
                .last().isEqualTo("denied\tits certificate was revoked");
    }
}

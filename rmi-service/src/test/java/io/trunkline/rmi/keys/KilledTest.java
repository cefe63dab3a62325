package io.trunkline.rmi.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Security;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends before any step of its writing leaves files that are as before or as they were to be. */
@Timeout(60)
class KilledTest {

    /** The end of the process. Nothing of ours catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;
    private KeysRig before;
    private int stepsLeft;

    @BeforeEach
    void makeWhatThereIsBefore() throws Exception {
        before = new KeysRig(folder.resolve("before"));
        before.run("init");
        before.issue("bob");
        Files.writeString(before.file("clients.properties"), before.text("clients.properties") + "# by hand\n");
    }

    /** Key files in their hundreds are made sooner with fewer rounds for their password; 10000 are usual. */
    private static void rounds(String number) {
        for (String of : new String[] {"certPbe", "keyPbe", "mac"}) {
            Security.setProperty("keystore.pkcs12." + of + "IterationCount", number);
        }
    }

    @BeforeAll
    static void hurry() {
        rounds("10");
    }

    @AfterAll
    static void takeTime() {
        rounds("10000");
    }

    private void step() {
        if (stepsLeft-- == 0) throw new Killed();
    }

    private KeysRig copy(int steps) throws IOException {
        KeysRig copy = new KeysRig(folder.resolve("killed" + steps), new PrivateFiles(this::step));
        try (Stream<Path> paths = Files.walk(before.home)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.home.resolve(before.home.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        stepsLeft = steps;
        return copy;
    }

    /** Whether it was killed; false if it had fewer steps. */
    private static boolean isKilled(KeysRig rig, String verb, Map<String, String> parameters) throws Exception {
        try {
            rig.run(verb, parameters);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static Map<String, String> contents(KeysRig rig) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : new String[] {"register", "clients.properties", "revoked"}) {
            contents.put(name, rig.text(name));
        }
        return contents;
    }

    @Test
    void initCanBeRunAgain() throws Exception {
        int steps = 0;
        while (true) {
            KeysRig rig = new KeysRig(folder.resolve("init" + steps), new PrivateFiles(this::step));
            stepsLeft = steps;
            boolean isKilled = isKilled(rig, "init", Map.of());
            stepsLeft = Integer.MAX_VALUE;
            if (!isKilled) break;
            if (!Files.exists(rig.file("server.p12"))) rig.run("init");
            KeyFile server = rig.read("server.p12");
            server.validate(server, Date.from(rig.now));
            steps++;
        }
        assertThat(steps).isGreaterThan(10);
    }

    @Test
    void issueLeavesOldOrNewFilesAndNoIdentityThatCannotBeRevoked() throws Exception {
        int steps = 0;
        while (true) {
            KeysRig rig = copy(steps);
            boolean isKilled = isKilled(rig, "issue", Map.of("name", "alice", "role", "trader"));
            stepsLeft = Integer.MAX_VALUE;
            Map<String, String> left = contents(rig);
            boolean isRegistered = left.get("register").contains("alice ");
            assertThat(left.get("register")).startsWith(before.text("register")).endsWith("\n");
            assertThat(left.get("clients.properties")).startsWith(before.text("clients.properties")).endsWith("\n");
            if (left.get("clients.properties").contains("alice")) {
                assertThat(left.get("clients.properties")).contains("\nalice.role=trader\nalice.token=sha256:");
                assertThat(isRegistered).isTrue();
            }
            if (Files.exists(rig.file("issued/alice.p12"))) {
                assertThat(rig.read("issued/alice.p12").token()).hasSize(32);
                assertThat(left.get("clients.properties")).contains("alice.token");
            }
            if (isRegistered) rig.revoke("alice");
            Clients.read(new KeyFolder(rig.home, new PrivateFiles())).checkFree("alice", rig.now);
            if (!isKilled) break;
            steps++;
        }
        assertThat(steps).isGreaterThan(15);
    }

    @Test
    void revokeCanBeRunAgainAndShutsOutFirst() throws Exception {
        int steps = 0;
        while (true) {
            KeysRig rig = copy(steps);
            boolean isKilled = isKilled(rig, "revoke", Map.of("name", "bob"));
            stepsLeft = Integer.MAX_VALUE;
            if (!rig.text("clients.properties").contains("bob.token")) {
                assertThat(rig.text("revoked")).contains("bob ");
            }
            rig.revoke("bob");
            assertThat(rig.text("revoked").lines()).hasSize(2);
            assertThat(rig.text("clients.properties")).doesNotContain("bob.token").contains("# by hand");
            if (!isKilled) break;
            steps++;
        }
        assertThat(steps).isGreaterThan(10);
    }
}

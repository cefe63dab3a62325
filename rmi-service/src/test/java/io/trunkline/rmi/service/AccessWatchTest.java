package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of clients that are revoked, and a file of clients on a file system that hangs. */
@Timeout(60)
class AccessWatchTest {

    @TempDir
    private Path folder;

    private Served served(String timeout, String clients) {
        return Served.startIn(folder, "clients", clients, "heartbeat", "50ms", "timeout", timeout);
    }

    private static TestClient open(Served served, String name) throws IOException {
        TestClient client = TestClient.open(served.app.status(), new TestClient.Manners("x", false, Protocol.VERSION,
                null, TokensFile.tokenOf(name)));
        assertThat(client.refusedBy()).isEmpty();
        Waiting.await(client.synced);
        return client;
    }

    private static List<Thread> watches() {
        return Thread.getAllStackTraces().keySet().stream().filter(each -> each.getName().startsWith("rpc-access-"))
                .toList();
    }

    @Test
    void whoseTokenIsTakenAwayIsToldAndCutOffAndOthersGoOn() throws Exception {
        Path clients = Path.of(TokensFile.write(folder, "tom role=trader", "tina role=trader"));
        try (Served served = served("1m", clients.toString()); TestClient tom = open(served, "tom");
                TestClient tina = open(served, "tina")) {
            tom.subscribe(Served.RB);
            Files.writeString(clients, Files.readString(clients).replaceAll("tom.token=.*\n", ""));

            Waiting.await(tom.ended);
            assertThat(tom.reason).startsWith("revoked: the token of tom");
            Waiting.until(() -> served.sessions() == 1);
            assertThat(tina.subscribe(Served.RB).isAccepted()).isTrue();
            try (TestClient again = TestClient.open(served.app.status(), new TestClient.Manners("x", false,
                    Protocol.VERSION, null, TokensFile.tokenOf("tom")))) {
                assertThat(again.refusedBy()).isEqualTo("log-in");
            }
        }
    }

    @Test
    void itsConnectionsAreEndedOnceItWasTold() throws Exception {
        Path clients = Path.of(TokensFile.write(folder, "tom role=trader", "tina role=trader"));
        try (Served served = served("1m", clients.toString()); TestClient tom = open(served, "tom")) {
            tom.subscribe(Served.RB);
            assertThat((int) served.figure("connections")).isPositive();
            TokensFile.write(folder, "tina role=trader");

            Waiting.await(tom.ended);
            assertThat(tom.reason).startsWith("revoked: tom is not a client any more");
            Waiting.until(() -> (int) served.figure("connections") == 0);
        }
    }

    @Test
    void aDeadClientIsNoticedWhileTheFileOfClientsHangs() throws Exception {
        Path clients = Path.of(TokensFile.write(folder, "tom role=trader"));
        Path pipe = folder.resolve("pipe"); // who opens it waits until somebody writes
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no named pipes");
        try (Served served = served("1s", clients.toString()); TestClient tom = open(served, "tom")) {
            Files.move(pipe, clients, StandardCopyOption.REPLACE_EXISTING);
            try {
                Waiting.until(AccessWatchTest::isReading);
                Waiting.await(tom.ended); // it gives no sign of life
                Waiting.until(() -> served.sessions() == 0);
                assertThat(isReading()).as("it hangs still").isTrue();
                served.app.stop();
            } finally {
                new RandomAccessFile(clients.toFile(), "rw").close(); // which waits for no reader
            }
            Waiting.until(() -> watches().isEmpty());
        }
    }

    private static boolean isReading() {
        return Thread.getAllStackTraces().values().stream().anyMatch(stack ->
                isIn(stack, "io.trunkline.rmi.access.WatchedFile.refresh") && isIn(stack, ".open0"));
    }

    private static boolean isIn(StackTraceElement[] stack, String method) {
        return Arrays.stream(stack).anyMatch(
                frame -> (frame.getClassName() + "." + frame.getMethodName()).endsWith(method));
    }

    @Test
    void aThreadLooksOnlyWhereClientsLogIn() throws Exception {
        try (Served everybody = Served.start()) {
            assertThat(everybody.app.isRunning()).isTrue();
            Waiting.until(() -> watches().isEmpty()); // one of another test may be about to end
        }
        try (Served served = served("1m", TokensFile.write(folder, "tom role=trader"))) {
            assertThat(watches()).singleElement().matches(Thread::isDaemon);
            served.app.stop();
            Waiting.until(() -> watches().isEmpty());
        }
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service at a Unix-domain socket. */
@Timeout(60)
class UnixServiceTest {

    @TempDir
    private Path folder;
    private Path path;
    private String bind;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("s.sock");
        bind = "unix:" + path;
    }

    private Served start() {
        return Served.start("bind", bind);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith("rpc-"))
                .toList();
    }

    @Test
    void aSessionIsServedLikeOverAPort() throws Exception {
        try (Served served = start(); TestClient client = served.client("alice")) {
            assertThat(served.app.status()).isEqualTo(bind);
            assertThat(served.figure("address")).isEqualTo(bind);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
            assertThat(client.subscribe(Served.RB).isAccepted()).isTrue();
            served.gateway.publish(Served.tick(Served.RB, 3001));
            Waiting.until(() -> client.prices().contains(3001.0));
            served.mark(client, "1");
            Outcome outcome = Messages.decodeOutcome(client.session().sendOrder(Messages.encode(Served.BUY)));
            assertThat(served.gateway.asked).hasSize(2);
            assertThat(outcome).isNotNull();
            assertThat(served.rows("sessions").get(0)).startsWith(client.opened().number(), "alice",
                    "unix (" + System.getProperty("user.name") + ")");
            client.session().close(new byte[0]);
            Waiting.await(client.ended);
            assertThat(client.reason).isEqualTo("the client closed it");
        }
        assertThat(files()).isZero();
    }

    @Test
    void stoppingTellsClientsWhyAndLeavesNoFileAndNoThread() throws Exception {
        try (Served served = start()) {
            for (int i = 0; i < 3; i++) {
                try (TestClient client = served.client("a")) {
                    served.app.stop();
                    Waiting.await(client.ended);
                    assertThat(client.reason).isEqualTo("the service stops");
                    assertThat(client.kinds.get(client.kinds.size() - 1)).isEqualTo(Chunk.Kind.CLOSE);
                }
                assertThat(files()).isZero();
                Waiting.until(() -> ownThreads().isEmpty(), UnixServiceTest::ownThreads);
                served.begin("bind", bind);
            }
        }
    }

    @Test
    void aPathThatSomethingElseUsesIsNamedAndNothingIsLeftBehind() throws Exception {
        try (Served first = start(); Served second = new Served()) {
            assertThatThrownBy(() -> second.begin("bind", bind)).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("cannot listen on " + bind).hasMessageContaining("listens there already");
            assertThat(second.app.isRunning()).isFalse();
            assertThat(files()).isEqualTo(1);
            try (TestClient client = first.client("a")) {
                assertThat(client.fault).isNull();
            }
        }
    }

    @Test
    void aFileThatIsNoSocketOrNoFolderIsNamed() throws Exception {
        Files.writeString(path, "precious");
        try (Served served = new Served()) {
            assertThatThrownBy(() -> served.begin("bind", bind)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(bind).hasMessageContaining("no socket");
            assertThatThrownBy(() -> served.begin("bind", bind + "x/y")).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no folder");
            assertThatThrownBy(() -> served.begin("bind", bind + "x".repeat(100)))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("too long");
            Waiting.until(() -> ownThreads().isEmpty());
            assertThat(path).hasContent("precious");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:", "unix: ", "unix:a\0"})
    void aPathThatIsNoneIsNamed(String bad) {
        try (Served served = new Served()) {
            assertThatThrownBy(() -> served.begin("bind", bad)).isInstanceOf(SettingException.class)
                    .hasMessageContaining("bind");
        }
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of Unix-domain sockets, from the side that listens and from the one that connects. */
@Timeout(60)
class UnixServerSocketTest {

    @TempDir
    private Path folder;
    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("s.sock");
    }

    private Socket dial() throws IOException {
        return new UnixDialer(new Address.Unix(path)).next(10_000);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** What a process leaves behind that is killed. */
    private void leaveStaleFile() throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(path));
        }
    }

    @Test
    void theFileIsPrivateAndAloneAndGoneAfterwards() throws Exception {
        try (UnixServerSocket server = UnixServerSocket.listen(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
            assertThat(files()).isEqualTo(1);
            try (Socket client = dial(); Socket accepted = server.accept()) {
                client.getOutputStream().write('x');
                assertThat(accepted.getInputStream().read()).isEqualTo('x');
            }
        }
        assertThat(files()).isZero();
    }

    @Test
    void whatAKilledProcessLeftIsReplaced() throws Exception {
        leaveStaleFile();
        assertThatThrownBy(this::dial).isInstanceOf(ConnectException.class).hasMessageContaining("nobody listens");
        try (UnixServerSocket server = UnixServerSocket.listen(path); Socket client = dial()) {
            assertThat(client.isConnected()).isTrue();
            assertThat(server.accept().isConnected()).isTrue();
        }
        assertThat(files()).isZero();
    }

    @Test
    void anotherThatListensIsLeftAlone() throws Exception {
        try (UnixServerSocket first = UnixServerSocket.listen(path)) {
            assertThatThrownBy(() -> UnixServerSocket.listen(path)).isInstanceOf(BindException.class)
                    .hasMessageContaining("listens there already");
            try (Socket queued = first.accept(); Socket client = dial(); Socket accepted = first.accept()) {
                assertThat(queued.getInputStream().read()).as("the other looked who is there").isEqualTo(-1);
                client.getOutputStream().write(1);
                assertThat(accepted.getInputStream().read()).isEqualTo(1);
            }
        }
    }

    @Test
    void aFileThatIsNoSocketIsKept() throws Exception {
        Files.writeString(path, "precious");
        assertThatThrownBy(() -> UnixServerSocket.listen(path)).isInstanceOf(BindException.class)
                .hasMessageContaining("no socket");
        assertThat(path).hasContent("precious");
        assertThatThrownBy(this::dial).isInstanceOf(ConnectException.class).hasMessageContaining("no socket");
        Path target = folder.resolve("t");
        path = Files.createSymbolicLink(folder.resolve("link"), target);
        assertThatThrownBy(() -> UnixServerSocket.listen(path)).isInstanceOf(BindException.class)
                .hasMessageContaining("no socket");
        assertThatThrownBy(() -> UnixServerSocket.listen(folder)).isInstanceOf(BindException.class)
                .hasMessageContaining("no socket");
    }

    @Test
    void aPathThatIsTooLongOrHasNoFolderIsNamedSo() throws Exception {
        Path tooLong = folder.resolve("x".repeat(110));
        assertThatThrownBy(() -> UnixServerSocket.listen(tooLong)).isInstanceOf(SocketException.class)
                .hasMessageContaining("too long").hasMessageContaining("107").hasMessageContaining(tooLong.toString());
        path = tooLong;
        assertThatThrownBy(this::dial).isInstanceOf(SocketException.class).hasMessageContaining("too long");
        assertThatThrownBy(() -> UnixServerSocket.listen(folder.resolve("none/s"))).isInstanceOf(BindException.class)
                .hasMessageContaining("no folder " + folder.resolve("none"));
        assertThat(files()).isZero();
    }

    @Test
    void aFileThatSomebodyPutInItsPlaceIsKept() throws Exception {
        UnixServerSocket server = UnixServerSocket.listen(path);
        Files.delete(path);
        leaveStaleFile();
        server.close();
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void closingAgainLeavesTheNextOneAlone() throws Exception {
        UnixServerSocket first = UnixServerSocket.listen(path);
        first.close();
        try (UnixServerSocket second = UnixServerSocket.listen(path)) {
            first.close();
            assertThat(second.isClosed()).isFalse();
            assertThat(path).exists();
        }
    }

    @Test
    void aMissingFileIsNamedSo() {
        assertThatThrownBy(this::dial).isInstanceOf(ConnectException.class).hasMessageContaining("no such file");
    }

    @Test
    void aQueueThatStaysFullIsGivenUpInTimeOrWhenClosed() throws Exception {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(path), 1);
            UnixDialer dialer = new UnixDialer(new Address.Unix(path));
            for (int i = 0; i < 2; i++) assertThat(dialer.next(10_000).isConnected()).isTrue();
            assertThatThrownBy(() -> dialer.next(100)).isInstanceOf(SocketTimeoutException.class);

            CompletableFuture<Socket> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return dialer.next(50_000);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            dialer.close();
            assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SocketException.class);
        }
    }

    @Test
    void closingEndsAnAcceptThatWaits() throws Exception {
        UnixServerSocket server = UnixServerSocket.listen(path);
        CompletableFuture<Socket> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return server.accept();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        server.close();
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        assertThat(server.isClosed()).isTrue();
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two ends of a connection. */
@Timeout(60)
class UnixSocketTest {

    private interface Work {
        void run() throws IOException;
    }

    @TempDir
    private Path folder;
    private UnixServerSocket server;
    private Socket one;
    private Socket two;

    @BeforeEach
    void connect() throws IOException {
        Path path = folder.resolve("s");
        server = UnixServerSocket.listen(path);
        one = new UnixDialer(new Address.Unix(path)).next(10_000);
        two = server.accept();
        one.setSoTimeout(20_000);
        two.setSoTimeout(20_000);
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
        server.close();
    }

    private static CompletableFuture<Void> start(Work work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, task -> { // a thread for each: they wait for one another
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void send(Socket socket, byte[] bytes, long seed) throws IOException {
        Random random = new Random(seed);
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 10 : 600_000));
            socket.getOutputStream().write(bytes, at, length);
            at += length;
        }
    }

    private static void expect(Socket socket, byte[] bytes, long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayInputStream expected = new ByteArrayInputStream(bytes);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (expected.available() > 0) {
            byte[] part = expected.readNBytes(1 + random.nextInt(random.nextBoolean() ? 10 : 400_000));
            byte[] came = new byte[part.length];
            in.readFully(came);
            assertThat(came).isEqualTo(part);
        }
    }

    @Test
    void allBytesCrossBothWaysAtOnceInPiecesOfAnySize() throws Exception {
        long seed = new Random().nextLong();
        byte[] bytes = new byte[20 << 20];
        new Random(seed).nextBytes(bytes);
        CompletableFuture<?>[] all = {start(() -> send(one, bytes, seed)), start(() -> send(two, bytes, seed + 1)),
            start(() -> expect(one, bytes, seed + 2)), start(() -> expect(two, bytes, seed + 3))};
        for (CompletableFuture<?> each : all) assertThat(each).as("seed " + seed).succeedsWithin(50, TimeUnit.SECONDS);
    }

    @Test
    void aReadWaitsNoLongerThanItsTimeAndTheNextGoesOn() throws Exception {
        one.setSoTimeout(50);
        assertThat(one.getSoTimeout()).isEqualTo(50);
        long start = System.nanoTime();
        assertThatThrownBy(() -> one.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(System.nanoTime() - start).isGreaterThan(40_000_000);
        two.getOutputStream().write(9);
        assertThat(one.getInputStream().read()).isEqualTo(9);
    }

    @Test
    void theEndOfTheOtherSideIsSeenAfterAllThatItWrote() throws Exception {
        two.getOutputStream().write(new byte[] {1, 2});
        two.close();
        assertThat(one.getInputStream().read(new byte[9])).isEqualTo(2);
        assertThat(one.getInputStream().read()).isEqualTo(-1);
        assertThatThrownBy(() -> one.getOutputStream().write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void closingEndsAReadThatWaits() throws Exception {
        CompletableFuture<Void> reading = start(() -> one.getInputStream().read());
        assertThatThrownBy(() -> reading.get(100, TimeUnit.MILLISECONDS)).isNotNull();
        one.close();
        assertThatThrownBy(() -> reading.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SocketException.class)
                .hasRootCauseMessage("Socket closed");
        assertThat(two.getInputStream().read()).isEqualTo(-1);
        assertThat(one.isClosed()).isTrue();
        assertThatThrownBy(() -> one.getInputStream()).isInstanceOf(SocketException.class);
    }

    @Test
    void closingEndsAWriteThatWaits() throws Exception {
        WriteProgress progress = new WriteProgress();
        CompletableFuture<Void> writing =
                start(() -> progress.watch(one.getOutputStream()).write(new byte[64 << 20], 0, 64 << 20));
        Waiting.until(() -> progress.blockedNanos(System.nanoTime()) > 100_000_000);
        one.close();
        assertThatThrownBy(() -> writing.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SocketException.class)
                .hasRootCauseMessage("Socket closed");
    }

    @Test
    void anInterruptEndsNeitherAReadNorTheConnection() throws Exception {
        AtomicReference<Object> result = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                result.set(one.getInputStream().read() + " " + Thread.interrupted());
            } catch (IOException e) {
                result.set(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        Waiting.until(() -> reader.getState() != Thread.State.NEW);
        reader.interrupt();
        two.getOutputStream().write(7);
        reader.join(20_000);
        assertThat(result.get()).isEqualTo("7 true");
    }

    @Test
    void optionsOfTcpAndAddressesAreNone() throws Exception {
        one.setTcpNoDelay(true);
        one.setKeepAlive(true);
        assertThat(one.getInetAddress()).isNull();
        assertThat(one.getPort()).isZero();
        assertThat(Peers.nameOf(two)).isEqualTo("unix (" + System.getProperty("user.name") + ")");
    }
}

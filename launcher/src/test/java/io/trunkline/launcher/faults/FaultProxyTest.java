package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.faults.Direction;
import io.trunkline.faults.Door;
import io.trunkline.faults.Ending;
import io.trunkline.faults.FaultProxy;
import io.trunkline.faults.Impairment;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultProxyTest {

    private static final int LONG = 20_000;
    private static final int SHORT = 150; // for what must not come

    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = FaultProxy.start(server.getLocalPort(), 1);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    /** A connection through the proxy. */
    private record Line(Socket client, Socket server) implements AutoCloseable {

        void send(byte[] bytes) throws IOException {
            client.getOutputStream().write(bytes);
        }

        byte[] receive(int count) throws IOException {
            return server.getInputStream().readNBytes(count);
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private Line connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(LONG);
        Socket other = server.accept();
        other.setSoTimeout(LONG);
        return new Line(client, other);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void impair(FaultProxy proxy, Impairment.Flow flow) {
        proxy.impair(Direction.TO_SERVER, Impairment.NONE.withFlow(flow));
    }

    @Test
    void passesBytesAndEndsBothWays() throws IOException {
        try (Line line = connect()) {
            line.send(bytes(500));
            assertThat(line.receive(500)).isEqualTo(bytes(500));
            line.server.getOutputStream().write(bytes(300));
            line.server.shutdownOutput();
            assertThat(line.client.getInputStream().readAllBytes()).isEqualTo(bytes(300));
            line.send(bytes(3));
            line.client.shutdownOutput();
            assertThat(line.server.getInputStream().readAllBytes()).isEqualTo(bytes(3));
            Eventually.until("the connection is over", () -> proxy.connections() == 0);
            assertThat(proxy.passed(Direction.TO_SERVER)).isEqualTo(503);
            assertThat(proxy.passed(Direction.TO_CLIENT)).isEqualTo(300);
        }
    }

    @Test
    void delaysBytesAndKeepsTheirOrder() throws IOException {
        proxy.impair(Direction.TO_SERVER,
                Impairment.NONE.withLatency(Duration.ofMillis(60), Duration.ofMillis(50)).withSlice(7));
        byte[] sent = bytes(600);
        try (Line line = connect()) {
            long start = System.nanoTime();
            for (int i = 0; i < sent.length; i += 30) line.client.getOutputStream().write(sent, i, 30);

            assertThat(line.receive(sent.length)).isEqualTo(sent);
            assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(10).toNanos());
        }
    }

    @Test
    void aDelayThatCouldBeNegativeIsRefused() {
        assertThatThrownBy(() -> Impairment.NONE.withLatency(Duration.ofMillis(1), Duration.ofMillis(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsTheBandwidthOfAllConnectionsTogether() throws IOException {
        proxy.impair(Direction.TO_SERVER, Impairment.NONE.withBandwidth(100_000));
        try (Line first = connect(); Line second = connect()) {
            long start = System.nanoTime();
            first.send(bytes(20_000));
            second.send(bytes(20_000));

            assertThat(first.receive(20_000)).isEqualTo(bytes(20_000));
            assertThat(second.receive(20_000)).isEqualTo(bytes(20_000));
            assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(350).toNanos());
        }
    }

    @Test
    void writesBytesOneByOneIfToldTo() throws IOException {
        proxy.impair(Direction.TO_SERVER,
                Impairment.NONE.withSlice(1).withLatency(Duration.ofMillis(1), Duration.ZERO));
        try (Line line = connect()) {
            line.send(bytes(2_000));
            assertThat(line.receive(2_000)).isEqualTo(bytes(2_000));
        }
    }

    @Test
    void cutsAllConnectionsAfterExactlySoManyBytes() throws IOException {
        try (Line first = connect(); Line second = connect()) {
            first.send(bytes(5));
            first.receive(5);
            proxy.cutAfter(Direction.TO_SERVER, 25, Ending.CLOSE);
            first.send(bytes(10));
            first.receive(10);
            second.send(bytes(40));

            assertThat(second.server.getInputStream().readAllBytes()).hasSize(15);
            assertThat(first.server.getInputStream().read()).isEqualTo(-1);
            assertThat(proxy.passed(Direction.TO_SERVER)).isEqualTo(30);
            assertThat(proxy.disarm(Direction.TO_SERVER)).isFalse();
        }
        try (Line later = connect()) {
            later.send(bytes(100));
            assertThat(later.receive(100)).hasSize(100);
        }
    }

    @Test
    void cutsBeforeTheFirstByteWithAResetIfToldTo() throws IOException {
        try (Line line = connect()) {
            proxy.cutAfter(Direction.TO_CLIENT, 0, Ending.RESET);
            line.server.getOutputStream().write(1);
            assertThatThrownBy(() -> line.client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void heldBytesArriveLater() throws IOException {
        impair(proxy, Impairment.Flow.HOLD);
        try (Line line = connect()) {
            line.send(bytes(100));
            assertNothingComes(line.server);
            line.server.getOutputStream().write(5);
            assertThat(line.client.getInputStream().read()).as("the other way").isEqualTo(5);
            proxy.heal();
            assertThat(line.receive(100)).isEqualTo(bytes(100));
        }
    }

    @Test
    void aSenderToAHeldDirectionIsStoppedInTheEnd() throws Exception {
        impair(proxy, Impairment.Flow.HOLD);
        try (Line line = connect()) {
            AtomicLong sent = new AtomicLong();
            Thread sender = new Thread(() -> {
                try {
                    for (; ; sent.addAndGet(100_000)) line.send(bytes(100_000));
                } catch (IOException e) {
                    // the test is over
                }
            });
            sender.setDaemon(true);
            sender.start();
            Eventually.until("no more is taken", () -> {
                long before = sent.get();
                LockSupport.parkNanos(Duration.ofMillis(SHORT).toNanos());
                return before > 0 && sent.get() == before;
            });
            assertThat(sent.get()).isLessThan(20_000_000);
            proxy.close();
            sender.join(LONG);
            assertThat(sender.isAlive()).isFalse();
        }
    }

    @Test
    void discardedBytesNeverArriveAndTheConnectionIsResetAfterwards() throws IOException {
        try (Line hit = connect(); Line idle = connect()) {
            impair(proxy, Impairment.Flow.DISCARD);
            hit.send(bytes(100));
            assertNothingComes(hit.server);
            proxy.heal();
            assertThatThrownBy(() -> hit.server.getInputStream().read()).isInstanceOf(SocketException.class);
            idle.send(bytes(10));
            assertThat(idle.receive(10)).isEqualTo(bytes(10));
        }
    }

    @Test
    void theEndOfAConnectionDoesNotPassWhereBytesDoNot() throws IOException {
        try (Line line = connect()) {
            impair(proxy, Impairment.Flow.DISCARD);
            line.client.close();
            assertNothingComes(line.server);
        }
    }

    private static void assertNothingComes(Socket socket) throws IOException {
        socket.setSoTimeout(SHORT);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG);
    }

    @Test
    void refusesResetsAndIgnoresNewConnections() throws IOException {
        proxy.door(Door.CLOSED);
        Eventually.until("connecting is refused", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
                return !socket.isConnected();
            } catch (ConnectException e) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        proxy.door(Door.RESETTING);
        Eventually.until("a connection is reset", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
                socket.setSoTimeout(LONG);
                return socket.getInputStream().read() < -1;
            } catch (ConnectException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        });
        proxy.door(Door.SILENT);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            socket.getOutputStream().write(9);
            proxy.door(Door.OPEN);
            try (Socket other = server.accept()) {
                other.setSoTimeout(LONG);
                assertThat(other.getInputStream().read()).isEqualTo(9);
            }
        }
    }

    @Test
    void leavesNoThreadBehind() throws IOException {
        String mark = "fault-proxy-" + proxy.port();
        try (Line line = connect()) {
            line.send(bytes(10));
            line.receive(10);
            proxy.close();
            Eventually.until("its threads are over", () -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith(mark)));
            assertThat(line.client.isConnected()).isTrue();
        }
    }
}

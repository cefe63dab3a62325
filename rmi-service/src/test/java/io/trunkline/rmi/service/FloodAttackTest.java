package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.PortLimits;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.Stranger;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Floods of connections that say nothing, half a greeting, or a greeting and one call without logging in, and floods of
 * log-ins: the caps hold, others do not notice, who logs in comes in, and all that they took is given back.
 */
@Timeout(120)
class FloodAttackTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int FLOOD = PortLimits.SERVICE.connectionsPerPeer() + 76;
    private static final int NAIVE = 40;

    private static List<Socket> flood(int port, int count) throws IOException {
        byte[] greeting = Stranger.greeting();
        byte[] list = Stranger.join(greeting, Stranger.registry(1));
        List<Socket> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = Stranger.connect(port, LOOPBACK);
            held.add(socket);
            byte[] said = i % 4 == 3 ? list : greeting;
            try {
                socket.getOutputStream().write(said, 0, List.of(0, 4, said.length, said.length).get(i % 4));
            } catch (SocketException e) {
                continue; // it was turned away
            }
        }
        return held;
    }

    /** Whether the other side still holds a connection, having answered what it had to. */
    private static boolean isHeld(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            while (socket.getInputStream().read(new byte[4096]) >= 0) continue;
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("RMI TCP Connection(") && !name.contains("(idle)")).count();
    }

    private static long descriptors() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) return 0; // only Linux tells
        try (Stream<Path> open = Files.list(own)) {
            return open.count();
        }
    }

    /** Opens connections that say nothing without end, and closes the oldest ones. */
    private static final class Flooder extends Thread implements AutoCloseable {

        private final int port;
        private volatile int opened; // written by this thread only
        private volatile boolean isOver;

        Flooder(int port) {
            super("flooder");
            this.port = port;
        }

        @Override
        public void run() {
            Deque<Socket> held = new ArrayDeque<>();
            try {
                while (!isOver) {
                    held.addAll(flood(port, 1));
                    opened = opened + 1;
                    if (held.size() > FLOOD) held.pop().close();
                }
                closeAll(List.copyOf(held));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            isOver = true;
            Waiting.until(() -> !isAlive());
        }
    }

    /** Opens a session as a client does that comes again and again, and gets an event; answers how often it came. */
    private static int comeIn(Served served) {
        AtomicInteger tries = new AtomicInteger();
        Waiting.until(() -> {
            tries.incrementAndGet();
            try (TestClient honest = served.client("honest")) {
                served.mark(honest, "for the honest one");
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return tries.get();
    }

    private static long openFiles() {
        try {
            return descriptors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket each : sockets) each.close();
    }

    private static byte[] login(String name) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return new OpenRequest(Protocol.VERSION, name, new byte[22], random, false, Epoch.NONE, 0, random, 0, "",
                OpenRequest.NEVER).encode();
    }

    @Test
    void whoDoesNotLogInIsEndedInTimeAndNobodyElseNotices() throws Exception {
        try (NaiveServer naive = new NaiveServer(); Served served = Served.start();
                TestClient good = served.client("good")) {
            naive.export(request -> request, RpcService.class);
            List<Socket> heldByNaive = flood(naive.number(), NAIVE);
            Waiting.until(() -> workers() >= NAIVE);
            served.mark(good, "warm");
            byte[] other = Stranger.call(TestClient.serviceId(good.caller()),
                    RpcService.class.getMethod("open", byte[].class), login("other"));
            int connections = (int) served.figure("connections");
            long workers = workers();
            long descriptors = descriptors();

            List<Socket> held = flood(served.port(), FLOOD);
            long flooded = System.nanoTime();
            assertThat((int) served.figure("connections")).isLessThanOrEqualTo(PortLimits.SERVICE.connectionsPerPeer());
            try (Socket elsewhere = Stranger.connect(served.port(), InetAddress.getByName("127.0.0.2"))) {
                Stranger.hear(elsewhere, Stranger.join(Stranger.greeting(), other));
                assertThat(served.sessions()).as("others come in").isEqualTo(2);
            }
            try (Flooder flooder = new Flooder(served.port())) {
                flooder.start();
                Waiting.until(() -> flooder.opened > 20);
                int before = flooder.opened;
                assertThat(comeIn(served)).isLessThan(10);
                assertThat(flooder.opened).as("the flood went on").isGreaterThan(before);
            }
            List<Long> millis = new ArrayList<>();
            AtomicInteger mark = new AtomicInteger();
            Waiting.until(() -> {
                long start = System.nanoTime();
                served.mark(good, "m" + mark.incrementAndGet());
                millis.add((System.nanoTime() - start) / 1_000_000);
                return (int) served.figure("connections") <= connections;
            });

            long took = System.nanoTime() - flooded;
            assertThat(took).isLessThan(2 * PortLimits.SERVICE.strangers().toNanos());
            millis.sort(null);
            assertThat(millis.get(millis.size() * 99 / 100)).as("99 of 100, of %s", millis.size()).isLessThan(2_000);
            closeAll(held);
            Waiting.until(() -> workers() <= workers + 2, () -> workers() + " work, before it were " + workers);
            Waiting.until(() -> openFiles() < descriptors + 20);
            for (Socket each : heldByNaive) assertThat(isHeld(each)).as("by the naive one").isTrue();
            closeAll(heldByNaive);
        }
    }

    private static void beat(TestClient client) {
        try {
            client.session().beat(new Beat(client.through, System.nanoTime()).encode());
        } catch (RemoteException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void logInsWithoutEndFillNoMoreThanThePlacesAndThoseAreGivenBack() throws Exception {
        List<byte[]> sessions = new ArrayList<>();
        RpcService naive = request -> {
            sessions.add(request);
            return new OpenReply.Opened(new byte[22], Epoch.NONE, sessions.size(), false, 0, 0).encode();
        };
        for (int i = 0; i < 100; i++) naive.open(login("n" + i));
        assertThat(sessions).hasSize(100);

        try (Served served = Served.start("sessions", "20", "timeout", "1s"); TestClient good = served.client("good")) {
            RpcService service = TestClient.service(good.caller());
            for (int i = 0; i < 100; i++) {
                service.open(login("n" + i));
                if (i % 20 == 0) beat(good);
                assertThat(served.sessions()).isLessThanOrEqualTo(20);
            }
            served.mark(good, "1");
            Waiting.until(() -> {
                beat(good);
                return served.sessions() == 1;
            });
            assertThat(good.fault).isNull();
            try (TestClient next = served.client("next")) {
                served.mark(next, "2");
            }
        }
    }
}

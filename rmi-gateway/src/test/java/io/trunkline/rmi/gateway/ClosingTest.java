package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Chunk;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing in every phase, and what is left of threads, sockets and ports. */
@Timeout(120)
class ClosingTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private List<String> threadsBefore;
    private Set<Thread> allBefore;
    private long socketsBefore;

    @BeforeEach
    void note() {
        Wait.until(() -> "no threads of tests before: " + Footprint.threads(), Duration.ofSeconds(20),
                () -> Footprint.threads().isEmpty());
        threadsBefore = Footprint.threads();
        allBefore = Footprint.all();
        socketsBefore = Footprint.sockets();
    }

    private void assertNothingIsLeft() {
        Wait.until(() -> "threads end: " + Footprint.threads(), Duration.ofSeconds(10),
                () -> Footprint.threads().equals(threadsBefore));
        Wait.until(() -> "sockets were " + socketsBefore + ", are " + Footprint.sockets(), Duration.ofSeconds(10),
                () -> Footprint.sockets() <= socketsBefore);
        Wait.until(() -> "none keeps the JVM: " + Footprint.keepingTheJvm(allBefore), Duration.ofSeconds(10),
                () -> Footprint.keepingTheJvm(allBefore).isEmpty());
    }

    private static void closeSoon(MainEngine client) {
        long start = System.nanoTime();
        client.gateway("RPC").orElseThrow().close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        Rig.awaitState(client, "RPC", GatewayState.DOWN);
        assertThat(client.gatewayStatus("RPC").orElseThrow().detail()).isEqualTo("closed");
        Wait.until(() -> "its threads end: " + Footprint.threads(), SOON,
                () -> Footprint.threads().stream().noneMatch(name -> name.equals("rpc-RPC")
                        || name.equals("rpc-beat-RPC")));
    }

    @Test
    void whileConnectingToASilentPort() throws IOException {
        try (Rig rig = new Rig(); ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MainEngine client = rig.engine();
            Rig.connect(client, "127.0.0.1:" + silent.getLocalPort(), "connect=1m", "timeout=1m");
            try (Socket accepted = silent.accept()) {
                closeSoon(client);
                assertThat(accepted.isConnected()).isTrue();
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void whileTheServerThinksAboutOpening() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Rig rig = new Rig(); FakeService service = new FakeService()) {
            CountDownLatch asked = new CountDownLatch(1);
            service.onOpen = request -> {
                asked.countDown();
                Wait.on(release);
                return null;
            };
            MainEngine client = rig.engine();
            Rig.connect(client, service.address(), "timeout=1m");
            Wait.on(asked);

            closeSoon(client);
            release.countDown();
        }
        assertNothingIsLeft();
    }

    @Test
    void whileWaitingForTheNextAttempt() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Rig rig = new Rig()) {
            MainEngine client = rig.engine();
            Rig.connect(client, "127.0.0.1:" + port);
            Wait.until("a failed attempt", () -> client.gatewayStatus("RPC")
                    .filter(status -> status.detail().startsWith("no server")).isPresent());

            closeSoon(client);
        }
        assertNothingIsLeft();
    }

    @Test
    void inTheMiddleOfASnapshot() throws Exception {
        try (Rig rig = new Rig(); FakeService service = new FakeService()) {
            MainEngine client = rig.engine();
            Recorder recorder = Recorder.of(client);
            Rig.connect(client, service.address());
            FakeService.Line line = service.line();
            line.send(Chunk.Kind.SNAPSHOT_BEGIN, 5, 5);
            line.send(Chunk.Kind.SNAPSHOT, 5, 5, Samples.order("CTP", "1", Status.NOTTRADED, 0));
            recorder.await(Order.class, any -> true);
            Rig.awaitState(client, "RPC", GatewayState.SYNCING);

            closeSoon(client);
        }
        assertNothingIsLeft();
    }

    @Test
    void whileTicksAndBeatsFlow() {
        try (Rig rig = new Rig()) {
            MainEngine server = rig.server("CTP");
            Rig.fake(server, "CTP").list(RB);
            MainEngine client = rig.client(server);
            client.subscribe(new SubscribeRequest("RPC", RB));
            AtomicBoolean over = new AtomicBoolean();
            Thread ticking = ticking(Rig.fake(server, "CTP"), over);
            Wait.until("ticks", () -> Rig.count(client, "events") > 1000);

            closeSoon(client);
            CountDownLatch drained = new CountDownLatch(1);
            client.events().execute(drained::countDown);
            Wait.on(drained);
            Recorder after = Recorder.of(client);
            long ticks = server.events().stats().dispatched();
            Wait.until("more ticks at the server", () -> server.events().stats().dispatched() > ticks + 1000);
            over.set(true);
            join(ticking);

            assertThat(after.of(Tick.class)).isEmpty();
            assertThat(Rig.rows(Rig.service(server), "sessions")).isEmpty();
        }
        assertNothingIsLeft();
    }

    @Test
    void withAServerThatDoesNotAnswerAnyMore() throws Exception {
        try (Rig rig = new Rig(); FakeService service = new FakeService()) {
            MainEngine client = rig.engine();
            Rig.connect(client, service.address(), "timeout=1m");
            service.line().sync(1);
            Rig.awaitLive(client);
            service.mute = true;
            long start = System.nanoTime();

            client.gateway("RPC").orElseThrow().close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        }
        assertNothingIsLeft();
    }

    @Test
    void inTheOrderServerThenClientAndTwice() throws Exception {
        Rig rig = new Rig();
        MainEngine server = rig.server("CTP");
        int port = Rig.port(server);
        MainEngine client = rig.client(server);
        server.close();
        client.close();
        client.close();
        client.gateway("RPC").orElseThrow().close();
        rig.close();

        assertNothingIsLeft();
        Assertions.assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class);
        client.gateway("RPC").orElseThrow().connect(client.settingsOf("RPC", Map.of()));
        assertThat(client.gateway("RPC").orElseThrow().status().state()).isEqualTo(GatewayState.DOWN);
    }

    @Test
    void manyReconnectsLeaveNoThreadAndNoSocket() {
        try (Rig rig = new Rig()) {
            MainEngine server = rig.server("CTP");
            Rig.fake(server, "CTP").list(RB);
            MainEngine client = rig.client(server);
            client.subscribe(new SubscribeRequest("RPC", RB));
            reconnect(rig, server, client, 5);
            int threads = steadyThreads();
            long sockets = Footprint.sockets();

            reconnect(rig, server, client, Length.of(30, 100));

            Wait.until(() -> "threads were " + threads + ", are " + Footprint.threads(), Duration.ofSeconds(20),
                    () -> Footprint.threads().size() <= threads);
            Wait.until(() -> "sockets were " + sockets + ", are " + Footprint.sockets(), Duration.ofSeconds(20),
                    () -> Footprint.sockets() <= sockets);
            Rig.assertSameBooks(client, server);
        }
        assertNothingIsLeft();
    }

    private static void reconnect(Rig rig, MainEngine server, MainEngine client, int times) {
        for (int i = 0; i < times; i++) {
            long connects = Rig.count(client, "connects");
            Rig.disconnectAll(server);
            Wait.until("connected again", () -> Rig.count(client, "connects") > connects);
        }
        Rig.awaitLive(client);
        rig.settle(server, client);
    }

    /** The number of threads while one client is connected and nothing is under way. */
    private static int steadyThreads() {
        Wait.until(() -> "one connector, one pulse, one sender: " + Footprint.threads(), Duration.ofSeconds(10),
                () -> Footprint.threads().stream().filter(name -> name.startsWith("rpc-")).count() == 4);
        return Footprint.threads().size();
    }

    private static Thread ticking(FakeGateway gateway, AtomicBoolean over) {
        Thread thread = new Thread(() -> {
            try {
                for (int i = 0; !over.get(); i++) {
                    gateway.sink().awaitRoom();
                    gateway.publish(Samples.tick(gateway.name(), RB, i));
                }
            } catch (InterruptedException e) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

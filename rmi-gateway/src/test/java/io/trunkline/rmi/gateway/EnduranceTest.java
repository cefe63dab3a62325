package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.plugin.Settings;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What time, the garbage collector, restarts and slow answers do to a connection: nothing. */
@Timeout(120)
class EnduranceTest {

    private final Rig rig = new Rig();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        rig.close();
    }

    /** A clock that somebody else sets. */
    private static final class WallClock implements InstantSource {
        private volatile Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }

    private static void assertSound(MainEngine server, MainEngine client, String order) {
        Recorder recorder = Recorder.of(client);
        assertThat(client.sendOrder(Samples.buy("RPC", AU)).isAccepted()).isTrue();
        Rig.fake(server, "CTP").publish(Samples.order("CTP", order, Status.NOTTRADED, 0));
        recorder.await(Order.class, each -> each.id().value().equals("RPC.CTP." + order));
        assertThat(Rig.count(client, "connects")).isEqualTo(1);
    }

    private static void collectGarbage() {
        for (int i = 0; i < 3; i++) {
            WeakReference<Object> garbage = new WeakReference<>(new Object());
            Wait.until("a collection", () -> {
                System.gc();
                return garbage.refersTo(null);
            });
        }
    }

    @Test
    void aCollectionOfGarbageWhileIdleTakesNothingThatIsExported() {
        MainEngine server = rig.server("CTP");
        Rig.fake(server, "CTP").list(AU);
        MainEngine client = rig.client(server);

        collectGarbage();

        assertSound(server, client, "a");
        collectGarbage();
        assertThat(rig.client(server).sendOrder(Samples.buy("RPC", AU)).isAccepted()).as("a new client").isTrue();
        assertSound(server, client, "b");
    }

    @Test
    void aWallClockThatJumpsAnHourEndsNothingAndHoldsNothingUp() {
        WallClock clock = new WallClock();
        MainEngine server = rig.engine(Rig.OPTIONS.withClock(clock));
        server.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        server.connect("CTP", Map.of());
        Rig.fake(server, "CTP").list(AU);
        server.addApp("RpcService");
        Rig.start(server, 0);
        MainEngine client = rig.engine(Rig.OPTIONS.withClock(clock).withTimerInterval(Duration.ofMillis(100)));
        Rig.connect(client, Rig.address(server));
        Rig.awaitLive(client);
        Recorder recorder = Recorder.of(client);
        long hour = 1;

        for (long offset : List.of(hour, 0L, -hour, 0L)) {
            clock.offset = Duration.ofHours(offset);
            long timers = recorder.count(TimerEvent.class);
            Wait.until("the timer goes on", () -> recorder.count(TimerEvent.class) > timers + 5);
            assertSound(server, client, "at" + offset);
        }
        assertThat(recorder.of(GatewayStatus.class)).extracting(GatewayStatus::state)
                .doesNotContain(GatewayState.CONNECTING);
        clock.offset = Duration.ofHours(-1);
        Rig.stop(server);
        Rig.awaitState(client, "RPC", GatewayState.CONNECTING);
    }

    @Test
    void aSilentServerIsGivenUpThoughTheWallClockGoesBack() throws Exception {
        WallClock clock = new WallClock();
        try (FakeService service = new FakeService()) {
            MainEngine client = rig.engine(Rig.OPTIONS.withClock(clock));
            Recorder recorder = Recorder.of(client);
            Rig.connect(client, service.address(), "timeout=500ms", "heartbeat=100ms");
            service.line().sync(1);
            Rig.awaitLive(client);

            clock.offset = Duration.ofHours(-1);

            recorder.await(GatewayStatus.class,
                    status -> status.detail().equals("nothing was heard of the server for 1000 ms"));
        }
    }

    @Test
    void aCallThatTimesOutLeavesTheConnectionUsable() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        MainEngine client = rig.client(server, "timeout=1s");
        ctp.hold(RB, release);

        for (int i = 0; i < 2; i++) {
            Outcome outcome = client.sendOrder(Samples.buy("RPC", RB).withClientKey("slow" + i));
            assertThat(outcome).isInstanceOf(Outcome.InDoubt.class);
            assertSound(server, client, "next" + i);
        }

        release.countDown();
        assertSound(server, client, "last");
    }

    @Test
    void aSessionThatTheServerDoesNotKnowAnyMoreIsOpenedAgainByItself() throws Exception {
        try (FakeService service = new FakeService()) {
            MainEngine client = rig.engine();
            Recorder recorder = Recorder.of(client);
            Rig.connect(client, service.address());
            service.line().sync(1);
            Rig.awaitLive(client);

            service.forgetSessions();
            FakeService.Line next = service.line();
            next.sync(2);

            recorder.await(GatewayStatus.class, status -> status.state() == GatewayState.CONNECTING
                    && status.detail().contains("ended this session"));
            Rig.awaitLive(client);
            assertThat(service.opens).hasValue(2);
        }
    }

    @Test
    void aHundredStartsAndStopsLeaveNoThreadNoPortAndNoDescriptor() {
        MainEngine server = rig.server("CTP");
        Rig.stop(server);
        startAndStop(server, 5);
        List<String> threads = settledThreads();
        List<String> ports = Footprint.listening();
        int descriptors = Footprint.descriptors();

        startAndStop(server, 100);

        Wait.until(() -> "threads were " + threads + ", are " + Footprint.threads(), Duration.ofSeconds(20),
                () -> Footprint.threads().size() <= threads.size());
        assertThat(Footprint.listening()).isEqualTo(ports);
        Wait.until(() -> "descriptors were " + descriptors + ", are " + Footprint.descriptors(),
                Duration.ofSeconds(20), () -> Footprint.descriptors() <= descriptors);
    }

    private static List<String> settledThreads() {
        Wait.until(() -> "no threads of sessions and connections: " + Footprint.threads(), Duration.ofSeconds(20),
                () -> Footprint.threads().stream().noneMatch(name -> name.startsWith("rpc-")
                        || name.startsWith("RMI TCP Connection")));
        return Footprint.threads();
    }

    private static void startAndStop(MainEngine server, int times) {
        for (int i = 0; i < times; i++) {
            Rig.start(server, 0, "log=4"); // less to allocate each time
            RmiGateway gateway = new RmiGateway(
                    GatewayContext.of("RPC", new RecordingSink(), InstantSource.system()));
            gateway.connect(Settings.parse(LinkSettings.DESCRIPTORS, Map.of("address", Rig.address(server))));
            Wait.until(gateway::toString, Wait.PATIENCE, () -> gateway.status().state() == GatewayState.LIVE);
            if (i % 2 == 0) gateway.close();
            Rig.stop(server);
            gateway.close();
        }
    }
}

package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The replay through a gateway, on time that is moved by hand. */
@Timeout(30)
class ReplayTest {

    private final RecordingSink sink = new RecordingSink();
    private final ManualTime time = new ManualTime();
    private final SimGateway gateway = new SimGateway(
            GatewayContext.of("SIM", sink, InstantSource.fixed(Desk.NOW)), time, new Random(1));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        gateway.close();
    }

    private static Rows row(String clock, int volume) {
        return Rows.row("AP010", "20200810", clock, volume);
    }

    private void connect(Path ticks, String... settings) {
        Map<String, String> texts = new HashMap<>(Map.of("ticks", ticks.toString(), "speed", "1"));
        for (int i = 0; i < settings.length; i += 2) texts.put(settings[i], settings[i + 1]);
        gateway.connect(Settings.parse(SimSettings.DESCRIPTORS, texts));
    }

    private void replay(Path ticks, String... settings) throws InterruptedException {
        connect(ticks, settings);
        sink.awaitLog("the recording is over");
    }

    private String act(String name, String... parameters) {
        Action action = gateway.actions().stream().filter(candidate -> candidate.name().equals(name)).findFirst()
                .orElseThrow();
        Map<String, String> texts = parameters.length == 0 ? Map.of() : Map.of(parameters[0], parameters[1]);
        return action.run().apply(Settings.parse(action.parameters(), texts));
    }

    private Map<Object, Object> figures() {
        Monitor monitor = gateway.monitors().get(0);
        assertThat(monitor.name()).isEqualTo("replay");
        assertThat(monitor.columns()).containsExactly("figure", "value");
        Map<Object, Object> figures = new HashMap<>();
        monitor.rows().get().forEach(row -> figures.put(row.get(0), row.get(1)));
        return figures;
    }

    @Test
    void longBreaksAreShortenedAndOthersKept() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"), row("09:00:00", 1), row("09:00:01", 2), row("09:00:05", 3),
                row("09:00:11", 4), row("09:15:12", 5), row("11:15:13", 6), row("11:15:13", 7));

        replay(file);

        assertThat(time.waitsMillis()).containsExactly(1_000L, 4_000L, 5_000L, 5_000L, 5_000L);
    }

    @Test
    void theBoundOfBreaksAndTheSpeedAreSettings() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"), row("09:00:00", 1), row("09:15:00", 2), row("09:15:10", 3));

        replay(file, "gap", "1m", "speed", "60");

        assertThat(time.waitsMillis()).containsExactly(1_000L, 166L);
    }

    @Test
    void rowsWhoseTimeGoesBackAreDueAtOnce() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"), row("09:00:05", 1), row("09:00:02", 2), row("09:00:03", 3));

        replay(file);

        assertThat(time.waitsMillis()).containsExactly(1_000L);
        assertThat(sink.of(Tick.class)).extracting(Tick::volume).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void theShippedDayTakesTheTimeOfItsSessions() throws Exception {
        gateway.connect(Settings.defaults(SimSettings.DESCRIPTORS));
        sink.awaitLog("the recording is over");

        // 3 h 45 min of sessions; two rests, the wait after the auction and a hole, each at most 5 s
        assertThat(time.totalMillis()).isBetween(13_400_000L, 13_520_000L);
        assertThat(time.waitsMillis()).allMatch(wait -> wait <= 5_000);
    }

    @Test
    void lastVolumeIsWhatTheDaysVolumeGrewBy() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"), row("09:00:00", 100), row("09:00:01", 107),
                Rows.row("AP101", "20200810", "09:00:01", 40), row("09:00:02", 107), row("09:00:03", 90),
                Rows.row("AP010", "20200811", "09:00:00", 95), Rows.row("AP010", "20200811", "09:00:01", 96));

        replay(file);

        assertThat(sink.of(Tick.class)).extracting(Tick::lastVolume).containsExactly(0.0, 7.0, 0.0, 0.0, 0.0, 0.0, 1.0);
        assertThat(sink.of(Tick.class)).allMatch(tick -> tick.localTime().equals(Desk.NOW));
    }

    @Test
    void theFirstTickCountsFromTheEveningBefore() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"),
                row("19:21:13", 0).with("ActionDay", "20200807").book(0, 0, 0, 0), row("08:59:00", 360));

        replay(file);

        assertThat(sink.of(Tick.class)).extracting(Tick::lastVolume).containsExactly(360.0);
        assertThat(time.waitsMillis()).as("the skipped row takes no time").isEmpty();
    }

    @Test
    void brokenLinesAreReportedSkippedAndCounted() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"), row("09:00:00", 1), "broken", row("09:00:01", 2));

        replay(file);

        assertThat(sink.of(LogEntry.class)).filteredOn(entry -> entry.level() == LogLevel.WARNING)
                .extracting(LogEntry::message).containsExactly(file
                + " line 3: it has 1 fields, the header 44; the line is skipped");
        assertThat(sink.awaitLog("over").message()).isEqualTo("the recording is over: 3 rows read, 2 published, 1 "
                + "skipped "
                + "(0 of the evening before, 1 malformed); orders can still be sent, to the last book shown");
        assertThat(figures()).containsEntry("rows read", 3L).containsEntry("published", 2L)
                .containsEntry("skipped: evening before", 0L).containsEntry("skipped: malformed", 1L)
                .containsEntry("state", "finished").containsEntry("position", Instant.parse("2020-08-10T01:00:01Z"));
    }

    @Test
    void itStaysConnectedAtTheEnd() throws Exception {
        replay(Rows.write(folder.resolve("t.csv"), row("09:00:00", 1)));

        assertThat(gateway.status().state()).isEqualTo(GatewayState.LIVE);
        assertThat(gateway.sendOrder(OrderRequest.limit("SIM", Desk.AP, Direction.LONG, Offset.OPEN, 1, 102))
                .isAccepted())
                .isTrue();
        assertThat(figures()).containsEntry("orders", 1L).containsEntry("trades", 1L);
    }

    @Test
    void aLoopMovesTimeOnByWholeDaysAndBeginsTheDayAnew() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"),
                row("19:21:13", 0).with("ActionDay", "20200807").book(0, 0, 0, 0),
                row("09:00:00", 10), "broken", row("09:00:01", 11), Rows.row("AP010", "20200811", "09:00:02", 5));

        connect(file, "loop", "true", "speed", "max", "start", "subscribe");
        sink.awaitState(GatewayState.LIVE);
        gateway.sendOrder(OrderRequest.limit("SIM", Desk.AP, Direction.LONG, Offset.OPEN, 1, 50));
        gateway.subscribe(new SubscribeRequest("SIM", Desk.AP));
        sink.await(Tick.class, tick -> !tick.time().isBefore(Instant.parse("2020-08-16T01:00:02Z")));
        gateway.close();

        List<Tick> ticks = sink.of(Tick.class).subList(0, 9);
        assertThat(ticks).extracting(tick -> tick.time().toString()).containsExactly(
                "2020-08-10T01:00:00Z", "2020-08-10T01:00:01Z", "2020-08-11T01:00:02Z",
                "2020-08-12T01:00:00Z", "2020-08-12T01:00:01Z", "2020-08-13T01:00:02Z",
                "2020-08-14T01:00:00Z", "2020-08-14T01:00:01Z", "2020-08-15T01:00:02Z");
        assertThat(ticks).extracting(Tick::volume).containsExactly(10.0, 11.0, 5.0, 10.0, 11.0, 5.0, 10.0, 11.0, 5.0);
        assertThat(ticks).extracting(Tick::lastVolume).containsExactly(10.0, 1.0, 0.0, 10.0, 1.0, 0.0, 10.0, 1.0, 0.0);
        assertThat(sink.of(Order.class)).last().extracting(Order::message).isEqualTo("end of day");
        assertThat(sink.of(LogEntry.class)).filteredOn(entry -> entry.message().contains("line 4")).hasSize(1);
    }

    @Test
    void aFileThatIsGoneAtTheNextRoundEndsTheReplayButNotTheExchange() throws Exception {
        Path file = Rows.write(folder.resolve("t.csv"), row("09:00:00", 1), row("09:00:01", 2));
        act("pause");
        connect(file, "loop", "true");
        sink.awaitState(GatewayState.LIVE);
        Files.move(file, folder.resolve("away.csv"));

        act("resume");

        assertThat(sink.awaitState(GatewayState.STALE).detail()).contains(file.toString(), "does not exist");
        assertThat(gateway.sendOrder(OrderRequest.limit("SIM", Desk.AP, Direction.LONG, Offset.OPEN, 1, 102))
                .isAccepted())
                .isTrue();
    }

    @Test
    void itCanWaitForTheFirstSubscription() throws Exception {
        connect(Rows.write(folder.resolve("t.csv"), row("09:00:00", 1)), "start", "subscribe");
        sink.awaitState(GatewayState.LIVE);
        assertThat(figures()).containsEntry("state", "waiting").containsEntry("position", "");
        assertThat(sink.of(Tick.class)).isEmpty();

        gateway.subscribe(new SubscribeRequest("SIM", Desk.AP));

        sink.awaitLog("the recording is over");
        assertThat(sink.of(Tick.class)).hasSize(1);
    }

    @Test
    void aPauseBeforeConnectingHoldsItAtItsStart() throws Exception {
        assertThat(act("pause")).isEqualTo("paused");
        connect(Rows.write(folder.resolve("t.csv"), row("09:00:00", 1)));
        sink.awaitState(GatewayState.LIVE);
        assertThat(figures()).containsEntry("state", "paused").containsEntry("published", 0L);

        assertThat(act("resume")).isEqualTo("resumed");

        sink.awaitLog("the recording is over");
    }

    @Test
    void theSpeedCanBeChangedWhileItIsHeld() throws Exception {
        act("pause");
        connect(Rows.write(folder.resolve("t.csv"), row("09:00:00", 1), row("09:00:02", 2)));
        sink.awaitState(GatewayState.LIVE);

        assertThat(act("speed", "speed", "x4")).isEqualTo("speed x4");
        act("resume");

        sink.awaitLog("the recording is over");
        assertThat(time.waitsMillis()).containsExactly(500L);
        assertThat(figures()).containsEntry("speed", "x4");
    }

    @Test
    void withoutALimitItWaitsUntilConsumersHaveRoomForEachTick() throws Exception {
        Semaphore room = new Semaphore(2);
        RecordingSink events = new RecordingSink();
        SimGateway slow = new SimGateway(GatewayContext.of("SIM", new EventSink() {
            @Override
            public void publish(Event event) {
                events.publish(event);
            }

            @Override
            public void awaitRoom() throws InterruptedException {
                room.acquire();
            }

            @Override
            public Duration lag() {
                return Duration.ZERO;
            }
        }, InstantSource.fixed(Desk.NOW)), time, new Random(1));
        try (slow) {
            slow.connect(Settings.parse(SimSettings.DESCRIPTORS, Map.of("speed", "max")));
            events.await(Tick.class, tick -> true);
            Conditions.await(room::hasQueuedThreads);

            assertThat(events.of(Tick.class)).hasSize(2);
        }
    }
}

package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.plugin.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is seen of a server and its clients while they work. */
@Timeout(60)
class MonitoringTest {

    private static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    private static final String SESSIONS = "server: sessions";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static Optional<Monitor> find(MainEngine client, String name) {
        Gateway gateway = client.gateway("RPC").orElseThrow();
        return gateway.monitors().stream().filter(monitor -> monitor.name().equals(name)).findFirst();
    }

    private static List<List<Object>> sessions(MainEngine client) {
        return find(client, SESSIONS).map(monitor -> monitor.rows().get()).orElse(List.of());
    }

    @Test
    void aClientSeesTheServersSessionsAndFigures() {
        MainEngine server = rig.server("CTP");
        MainEngine client = rig.engine();
        Rig.connect(client, Rig.address(server), "name=alice");
        Rig.awaitLive(client);

        Wait.until("the sessions are known", () -> sessions(client).size() == 1);
        Monitor sessions = find(client, SESSIONS).orElseThrow();
        List<Object> row = sessions.rows().get().get(0);
        assertThat(row.get(sessions.columns().indexOf("client"))).isEqualTo("alice");
        assertThat(row.get(sessions.columns().indexOf("since"))).isInstanceOf(Instant.class);
        assertThat(find(client, "server: service").orElseThrow().rows().get())
                .contains(List.of("sessions", 1L), List.of("address", Rig.address(server)));

        MainEngine other = rig.client(server, "name=bob");
        Wait.until("the other is seen, too", () -> sessions(client).size() == 2);
        other.close();
        Wait.until("it is not seen any more", () -> sessions(client).size() == 1);

        Rig.stop(server);
        Wait.until("of a server that is gone nothing is seen", () -> sessions(client).isEmpty());
        assertThat(find(client, "stream")).isPresent();
    }

    @Test
    void ratesAndTimesOfWhatIsSentAreMeasured() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine client = rig.client(server, "ticks=all");
        List<String> columns = Rig.service(server).monitors().get(0).columns();
        int rate = columns.indexOf("events/s");
        int time = columns.indexOf("encoded to written p50 us");

        Wait.until("a rate and a time", () -> {
            for (int i = 0; i < 100; i++) ctp.publish(Samples.tick("CTP", RB, 3000 + i));
            rig.settle(server, client);
            List<Object> row = Rig.rows(Rig.service(server), "sessions").get(0);
            return (Double) row.get(rate) > 0 && (Double) row.get(time) > 0
                    && Rig.count(client, "sent to decoded samples") > 0;
        });
        assertThat((Double) Rig.figure(Rig.service(server), "service", "sent events/s")).isPositive();
        Wait.until("the client's rate", () ->
                (Double) Rig.figure(client.gateway("RPC").orElseThrow(), "stream", "events/s") > 0);
        assertThat(Rig.count(client, "round trip to the server samples")).isPositive();
        assertThat(figure(client, "sent to decoded p50 us")).isNotNegative()
                .isLessThanOrEqualTo(figure(client, "sent to decoded max us")).isLessThan(10_000_000);
        assertThat((Long) Rig.figure(Rig.service(server), "service", "published to dispatched samples")).isPositive();
    }

    private static double figure(MainEngine client, String name) {
        return (Double) Rig.figure(client.gateway("RPC").orElseThrow(), "stream", name);
    }

    @Test
    void whatHappensToSessionsIsRecorded() {
        List<RecordedEvent> recorded = new CopyOnWriteArrayList<>();
        try (RecordingStream stream = new RecordingStream()) {
            for (String name : List.of("SessionOpened", "SessionEnded", "SnapshotSent", "Request", "Connected",
                    "ConnectionLost", "Call")) {
                stream.enable("io.trunkline." + name).withoutThreshold();
                stream.onEvent("io.trunkline." + name, recorded::add);
            }
            stream.startAsync();
            MainEngine server = rig.server("CTP");
            Rig.fake(server, "CTP").list(RB);
            MainEngine client = rig.client(server, "name=alice");
            client.sendOrder(OrderRequest.limit("RPC", RB, Direction.LONG, Offset.OPEN, 1, 3000));
            Rig.disconnectAll(server);
            Wait.until(() -> "all kinds, not " + recorded, Wait.PATIENCE, () -> recorded.stream()
                    .map(event -> event.getEventType().getName()).distinct().count() == 7);
        }
        assertThat(one(recorded, "SessionEnded").getString("reason")).contains("operator");
        assertThat(one(recorded, "SessionOpened").getString("client")).isEqualTo("alice");
        assertThat(one(recorded, "ConnectionLost").getString("reason")).contains("operator");
        assertThat(one(recorded, "Request").getString("kind")).isEqualTo("order");
        assertThat(one(recorded, "Request").getDuration()).isPositive();
    }

    private static RecordedEvent one(List<RecordedEvent> recorded, String name) {
        return recorded.stream().filter(event -> event.getEventType().getName().equals("io.trunkline." + name))
                .findFirst().orElseThrow();
    }
}

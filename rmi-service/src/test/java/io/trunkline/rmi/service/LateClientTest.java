package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Order;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded of a client that is late. */
@Timeout(60)
class LateClientTest {

    private static final int EVENTS = 400;

    private final CountDownLatch release = new CountDownLatch(1);
    private final LinkedBlockingQueue<RecordedEvent> recorded = new LinkedBlockingQueue<>();
    private final RecordingStream recording = new RecordingStream();

    @AfterEach
    void close() {
        release.countDown();
        recording.close();
    }

    /** A client that reads its snapshot and then nothing until it is released. */
    private TestClient late(Served served) throws IOException {
        return TestClient.open(served.app.status(), new TestClient.Manners("late", true, Protocol.VERSION, in -> {
            Chunk chunk = new Chunk();
            do {
                chunk.read(in);
                if (chunk.kind() == Chunk.Kind.SNAPSHOT_END) Waiting.await(release);
            } while (chunk.kind() != Chunk.Kind.CLOSE);
        }));
    }

    private void record(String name) {
        recording.enable("io.trunkline." + name);
        recording.onEvent("io.trunkline." + name, recorded::add);
        recording.startAsync();
    }

    private static void awaitLive(Served served) {
        Waiting.until(() -> served.rows("sessions").get(0).contains("live"));
    }

    /** Publishes more than the connection holds, and ticks that newer ones outdate. */
    private static void flood(Served served) {
        String text = "x".repeat(1 << 16);
        for (int i = 0; i < EVENTS; i++) {
            served.gateway.publish(Order.of(Served.BUY, "FAKE", "f" + i).toBuilder().message(text).build());
            served.gateway.publish(Served.tick(Served.RB, i));
        }
        served.drain();
    }

    private RecordedEvent next(TestClient late) throws InterruptedException {
        RecordedEvent event = recorded.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("a recorded event").isNotNull();
        assertThat(event.getString("client")).isEqualTo("late");
        assertThat(event.getInt("session")).isEqualTo(late.opened().number());
        return event;
    }

    @Test
    void thatItsTicksAreConflated() throws Exception {
        record("Conflation");
        try (Served served = Served.start("conflate", "64"); TestClient late = late(served)) {
            awaitLive(served);
            flood(served);
            release.countDown();

            assertThat(next(late).getLong("behind")).isPositive();
            assertThat((Long) served.figure("ticks conflated")).isPositive();
        }
    }

    @Test
    void thatItHasToStartOver() throws Exception {
        record("SessionReset");
        try (Served served = Served.start("log", "4"); TestClient late = late(served)) {
            awaitLive(served);
            flood(served);
            release.countDown();

            RecordedEvent reset = next(late);
            assertThat(reset.getLong("behind")).isBetween(1L, 2L * EVENTS + 10);
            assertThat(reset.getEventType().getLabel()).isEqualTo("Session reset");
            assertThat(reset.getEventType().getCategoryNames()).containsExactly("Trunkline");
            assertThat(reset.getStackTrace()).isNull();
        }
    }
}

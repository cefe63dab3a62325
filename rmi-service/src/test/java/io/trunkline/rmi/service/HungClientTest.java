package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Order;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client that takes nothing among others that do. */
@Timeout(120)
class HungClientTest {

    private static final int OTHERS = Boolean.getBoolean("faults.full") ? 49 : 9;
    private static final int EVENTS = 400;

    @Test
    void neitherTheEventThreadNorAnySessionWaitsForIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<TestClient> others = new ArrayList<>();
        try (Served served = Served.start(); TestClient hung = TestClient.open(served.app.status(),
                new TestClient.Manners("hung", true, Protocol.VERSION, in -> {
                    Chunk chunk = new Chunk();
                    do chunk.read(in);
                    while (chunk.kind() != Chunk.Kind.SNAPSHOT_END);
                    awaitLong(release);
                }))) {
            for (int i = 0; i < OTHERS; i++) others.add(served.client("good-" + i, true));
            flood(served);
            served.drain();
            for (TestClient other : others) {
                Waiting.until(() -> other.hasOrder("f" + (EVENTS - 1)), () -> other.fault);
                assertThat(other.events.stream().filter(Order.class::isInstance)).hasSize(EVENTS);
            }

            assertThat(hung.opened().resumed()).isFalse();
            assertThat(release.getCount()).as("it hangs still").isEqualTo(1);
            assertThat(served.sessions()).as("nobody waited for its end").isEqualTo(OTHERS + 1);
        } finally {
            release.countDown();
            others.forEach(TestClient::close);
        }
    }

    @Test
    void whoIsBehindStillGetsAllBeforeTheServiceStops() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicLong through = new AtomicLong();
        CountDownLatch ended = new CountDownLatch(1);
        try (Served served = Served.start(); TestClient late = TestClient.open(served.app.status(),
                new TestClient.Manners("late", true, Protocol.VERSION, in -> {
                    Chunk chunk = new Chunk();
                    do {
                        chunk.read(in);
                        if (chunk.kind() == Chunk.Kind.SNAPSHOT_END) awaitLong(release);
                        through.set(chunk.through());
                    } while (chunk.kind() != Chunk.Kind.CLOSE);
                    ended.countDown();
                }))) {
            Waiting.until(() -> served.rows("sessions").get(0).get(8).equals("live"));
            flood(served);
            long last = (long) served.figure("sequence");
            assertThat(late.opened().through()).isLessThan(last);

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(served.app::stop);
            Waiting.until(() -> !served.app.isRunning());
            release.countDown();
            stopping.get(20, TimeUnit.SECONDS);

            Waiting.await(ended);
            assertThat(through.get()).isGreaterThanOrEqualTo(last);
        } finally {
            release.countDown();
        }
    }

    private static void flood(Served served) {
        String text = "x".repeat(1 << 16); // more in all than sockets hold
        for (int i = 0; i < EVENTS; i++) {
            served.gateway.publish(Order.of(Served.BUY, "FAKE", "f" + i).toBuilder().message(text).build());
            served.gateway.publish(Served.tick(Served.RB, i));
            served.drain(); // one by one, so that the event thread sends where a session's own thread waits
        }
    }

    /** Waits longer than any other wait of the test. */
    private static void awaitLong(CountDownLatch release) throws IOException {
        try {
            assertThat(release.await(100, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}

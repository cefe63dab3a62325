package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TapTest {

    private final CoreEventEngine engine = CoreEventEngine.start(
            event -> true, Duration.ofDays(1), () -> NOON, EventQueue.MARK, WaitStrategy.PARK);
    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();

    private final class Recording implements Tap {
        @Override
        public void onEvent(Event event) {
            seen.add(((Tick) event).lastPrice());
        }

        @Override
        public void onBatchEnd(boolean idle) {
            seen.add(idle ? "idle" : "more");
            ends.add(idle);
        }
    }

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    @Test
    void learnsThatNothingMoreIsQueuedAfterTheLastEvent() throws InterruptedException {
        engine.tap(new Recording());
        engine.publish(tick("SIM", RB, 1));

        assertThat(ends.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly(1.0, "idle");
    }

    @Test
    void learnsThatMoreIsQueuedWhileItFallsBehind() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        engine.execute(() -> awaitQuietly(queued));
        engine.tap(new Recording());
        for (int i = 0; i < 1_000; i++) engine.publish(tick("SIM", RB, i));
        queued.countDown();

        assertThat(ends.poll(10, TimeUnit.SECONDS)).isFalse();
        while (!ends.poll(10, TimeUnit.SECONDS)) assertThat(seen.size()).isLessThan(2_000);
        assertThat(seen.get(seen.size() - 1)).isEqualTo("idle");
        assertThat(seen.stream().filter(Double.class::isInstance)).hasSize(1_000);
    }

    @Test
    void hearsOfNoBatchWithoutAnEvent() throws InterruptedException {
        engine.tap(new Recording());
        CountDownLatch ran = new CountDownLatch(2);
        engine.execute(ran::countDown);
        engine.execute(ran::countDown);
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        engine.publish(tick("SIM", RB, 1));

        assertThat(ends.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(seen.get(0)).isEqualTo(1.0);
    }

    @Test
    void thatThrowsAtABatchsEndHoldsUpNobody() throws InterruptedException {
        engine.tap(new Tap() {
            @Override
            public void onEvent(Event event) {}

            @Override
            public void onBatchEnd(boolean idle) {
                throw new IllegalStateException("on purpose");
            }
        });
        engine.tap(new Recording());
        engine.publish(tick("SIM", RB, 1));

        assertThat(ends.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.stats().failed()).isEqualTo(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

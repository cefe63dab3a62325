package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TapTest {

    private static final int MANY = 1_000;

    private final CoreEventEngine engine = CoreEventEngine.start(
            event -> true, Duration.ofDays(1), () -> NOON, EventQueue.MARK, WaitStrategy.PARK);
    private final BlockingQueue<Boolean> lasts = new LinkedBlockingQueue<>();
    private final Tap tap = (event, last) -> lasts.add(last);

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    private boolean next() throws InterruptedException {
        Boolean last = lasts.poll(10, TimeUnit.SECONDS);
        assertThat(last).isNotNull();
        return last;
    }

    @Test
    void learnsThatNothingMoreIsQueued() throws InterruptedException {
        engine.tap(tap);
        engine.publish(tick("SIM", RB, 1));
        assertThat(next()).isTrue();
        engine.publish(tick("SIM", RB, 2));
        assertThat(next()).isTrue();
    }

    @Test
    void learnsOfEachEventInAQueueThatMoreFollowButOfTheLast() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        engine.execute(() -> awaitQuietly(queued));
        engine.tap(tap);
        for (int i = 0; i < MANY; i++) engine.publish(tick("SIM", RB, i));
        queued.countDown();

        List<Boolean> seen = new ArrayList<>();
        for (int i = 0; i < MANY; i++) seen.add(next());
        assertThat(seen.subList(0, MANY - 1)).containsOnly(false);
        assertThat(seen.get(MANY - 1)).isTrue();
    }

    @Test
    void isCalledBeforeHandlersAndNoMoreOnceItIsClosed() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        engine.on(Tick.class, event -> seen.add("handler"));
        Registration registration = engine.tap((event, last) -> seen.add("tap"));
        engine.publish(tick("SIM", RB, 1));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("tap");
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("handler");

        registration.close();
        engine.publish(tick("SIM", RB, 2));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("handler");
    }

    @Test
    void thatThrowsHoldsUpNobody() throws InterruptedException {
        engine.tap((event, last) -> {
            throw new IllegalStateException("on purpose");
        });
        engine.tap(tap);
        engine.publish(tick("SIM", RB, 1));

        assertThat(next()).isTrue();
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

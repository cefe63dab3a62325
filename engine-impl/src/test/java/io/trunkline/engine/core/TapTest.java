package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
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

    private static final Tick VETOED = tick("OTHER", RB, 0);

    private final CoreEventEngine engine = CoreEventEngine.start(
            event -> event == VETOED ? null : event, Duration.ofDays(1), () -> NOON, EventQueue.MARK,
            WaitStrategy.PARK);
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final Tap tap = new Tap() {
        @Override
        public void onEvent(Event event) {
            seen.add("event");
        }

        @Override
        public void onIdle() {
            seen.add("idle");
        }
    };

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    private String next() throws InterruptedException {
        return seen.poll(10, TimeUnit.SECONDS);
    }

    private void holdUp(CountDownLatch latch) {
        engine.execute(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void learnsThatNothingMoreIsQueued() throws InterruptedException {
        engine.tap(tap);
        for (int i = 0; i < 2; i++) {
            engine.publish(tick("SIM", RB, i));
            assertThat(next()).isEqualTo("event");
            assertThat(next()).isEqualTo("idle");
        }
    }

    @Test
    void learnsOfAQueuesEndOnlyAfterAllThatIsQueued() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        holdUp(queued);
        engine.tap(tap);
        for (int i = 0; i < MANY; i++) engine.publish(tick("SIM", RB, i));
        queued.countDown();

        for (int i = 0; i < MANY; i++) assertThat(next()).isEqualTo("event");
        assertThat(next()).isEqualTo("idle");
    }

    @Test
    void learnsOfAQueuesEndAlsoAfterATaskOrAnEventThatGoesNoFurther() throws InterruptedException {
        engine.tap(tap);
        for (Runnable last : List.<Runnable>of(() -> engine.execute(() -> { }), () -> engine.publish(VETOED))) {
            CountDownLatch queued = new CountDownLatch(1);
            holdUp(queued);
            engine.publish(tick("SIM", RB, 1));
            last.run();
            queued.countDown();
            assertThat(next()).isEqualTo("event");
            assertThat(next()).isEqualTo("idle");
        }
        engine.publish(VETOED);
        engine.publish(tick("SIM", RB, 2));
        assertThat(next()).as("nothing was said for an event alone that goes no further").isEqualTo("event");
    }

    @Test
    void learnsOfTheQueuesEndBeforeHandlersSeeTheLastEvent() throws InterruptedException {
        engine.on(Tick.class, event -> seen.add("handler"));
        engine.tap(tap);
        engine.publish(tick("SIM", RB, 1));
        assertThat(List.of(next(), next(), next())).containsExactly("event", "idle", "handler");
    }

    @Test
    void isCalledBeforeHandlersAndNoMoreOnceItIsClosed() throws InterruptedException {
        engine.on(Tick.class, event -> seen.add("handler"));
        Registration registration = engine.tap(event -> seen.add("tap"));
        engine.publish(tick("SIM", RB, 1));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("tap");
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("handler");

        registration.close();
        engine.publish(tick("SIM", RB, 2));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("handler");
    }

    @Test
    void thatThrowsHoldsUpNobody() throws InterruptedException {
        engine.tap(new Tap() {
            @Override
            public void onEvent(Event event) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void onIdle() {
                throw new IllegalStateException("on purpose, too");
            }
        });
        engine.tap(tap);
        engine.publish(tick("SIM", RB, 1));

        assertThat(next()).isEqualTo("event");
        assertThat(next()).isEqualTo("idle");
        assertThat(engine.stats().failed()).isEqualTo(2);
    }
}

package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.event.Batch;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WakeUpBatchTest {

    private final List<Boolean> ends = new ArrayList<>();
    private final WakeUpBatch batch = new WakeUpBatch(ends::add);
    private final CoreEventEngine engine = CoreEventEngine.start(
            event -> event, Duration.ofDays(1), () -> NOON, EventQueue.MARK, WaitStrategy.PARK);
    private final BlockingQueue<Tick> handled = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    @Test
    void aBatchThatQueuedSomethingWakesOnceAtItsEnd() {
        Batch open = batch.begin();
        batch.defer();
        batch.defer();
        assertThat(ends).isEmpty();
        open.close();
        open.close();
        assertThat(ends).containsExactly(true);
    }

    @Test
    void aBatchThatQueuedNothingWakesNobody() {
        batch.begin().close();
        assertThat(ends).containsExactly(false);
    }

    @Test
    void aBatchWithinAnotherLeavesTheWakingToThat() {
        Batch outer = batch.begin();
        Batch inner = batch.begin();
        batch.defer();
        inner.close();
        inner.close();
        assertThat(ends).isEmpty();
        outer.close();
        assertThat(ends).containsExactly(true);
    }

    private void awaitSleep() throws InterruptedException {
        engine.on(Tick.class, handled::add);
        engine.publish(tick("SIM", RB, 0));
        assertThat(handled.poll(10, TimeUnit.SECONDS)).isNotNull();
        while (!engine.sleeps()) Thread.onSpinWait();
    }

    @Test
    void whatABatchQueuedIsHandledWhenItIsClosed() throws InterruptedException {
        awaitSleep();
        Batch open = engine.batch();
        engine.publish(tick("SIM", RB, 1));
        engine.publish(tick("SIM", RB, 2));
        assertThat(engine.sleeps()).isTrue();

        open.close();
        assertThat(handled.poll(10, TimeUnit.SECONDS).lastPrice()).isEqualTo(1);
        assertThat(handled.poll(10, TimeUnit.SECONDS).lastPrice()).isEqualTo(2);
    }

    @Test
    void whatABatchQueuedIsHandledAsSoonAsAnotherThreadPublishes() throws InterruptedException {
        awaitSleep();
        Batch open = engine.batch();
        engine.publish(tick("SIM", RB, 1));
        new Thread(() -> engine.publish(tick("SIM", RB, 2))).start();
        assertThat(handled.poll(10, TimeUnit.SECONDS).lastPrice()).isEqualTo(1);
        assertThat(handled.poll(10, TimeUnit.SECONDS).lastPrice()).isEqualTo(2);
        open.close();
    }

    @Test
    void afterABatchTheEventThreadIsWokenAtOnceAgain() throws InterruptedException {
        awaitSleep();
        engine.batch().close();
        engine.publish(tick("SIM", RB, 1));
        assertThat(handled.poll(10, TimeUnit.SECONDS).lastPrice()).isEqualTo(1);
    }
}

package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.plugin.SettingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PacerTest {

    private final ManualTime time = new ManualTime();
    private final Pacer pacer = new Pacer(time);

    @Test
    void waitsAsLongAsTheRecordingDoesDividedBySpeed() throws Exception {
        pacer.begin(4, true);

        pacer.await(0);
        pacer.await(1_000);
        pacer.await(1_000);
        pacer.await(3_000);

        assertThat(time.waitsMillis()).containsExactly(250L, 500L);
    }

    @Test
    void catchesUpWhatWasLateWithoutDrift() throws Exception {
        pacer.begin(1, true);
        pacer.await(1_000);
        time.advanceMillis(2_500);

        pacer.await(2_000);
        pacer.await(3_000);
        pacer.await(4_000);

        assertThat(time.waitsMillis()).containsExactly(1_000L, 500L);
    }

    @Test
    void withoutALimitItWaitsForNothing() throws Exception {
        pacer.begin(Double.POSITIVE_INFINITY, true);

        pacer.await(1_000_000);

        assertThat(time.waitsMillis()).isEmpty();
        assertThat(pacer.isUnlimited()).isTrue();
    }

    @Test
    void aChangeOfSpeedCountsFromHereOn() throws Exception {
        pacer.begin(1, true);
        pacer.await(1_000);
        pacer.speed(10);
        pacer.await(2_000);
        pacer.speed(Double.POSITIVE_INFINITY);
        pacer.await(50_000);
        pacer.speed(2);
        pacer.await(51_000);

        assertThat(time.waitsMillis()).containsExactly(1_000L, 100L, 500L);
        assertThatThrownBy(() -> pacer.speed(0)).isInstanceOf(SettingException.class);
    }

    @Test
    void aPauseHoldsRowsAndTakesNoRecordedTime() throws Exception {
        pacer.begin(1, true);
        pacer.await(1_000);
        pacer.pause();
        assertThat(pacer.state()).isEqualTo("paused");
        CompletableFuture<Void> row = awaiting(2_000);
        time.advanceMillis(60_000);
        assertThat(row).isNotDone();

        pacer.resume();

        row.get(10, TimeUnit.SECONDS);
        assertThat(time.waitsMillis()).containsExactly(1_000L, 1_000L);
        assertThat(pacer.state()).isEqualTo("running");
    }

    @Test
    void aPauseBeforeTheBeginningHoldsTheFirstRow() throws Exception {
        pacer.pause();
        pacer.begin(Double.POSITIVE_INFINITY, true);
        CompletableFuture<Void> row = awaiting(0);
        assertThat(pacer.state()).isEqualTo("paused");
        assertThat(row).isNotDone();

        pacer.resume();

        row.get(10, TimeUnit.SECONDS);
    }

    @Test
    void waitsForTheStart() throws Exception {
        pacer.begin(1, false);
        assertThat(pacer.state()).isEqualTo("waiting");
        CompletableFuture<Void> row = awaiting(500);
        time.advanceMillis(60_000);

        pacer.start();

        row.get(10, TimeUnit.SECONDS);
        assertThat(time.waitsMillis()).containsExactly(500L);
    }

    @Test
    void anInterruptEndsTheWaitEvenWithoutALimit() {
        pacer.begin(Double.POSITIVE_INFINITY, true);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pacer.await(1)).isInstanceOf(InterruptedException.class);
    }

    /** A row that another thread awaits and that is being waited for when this returns. */
    private CompletableFuture<Void> awaiting(double millis) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                started.countDown();
                pacer.await(millis);
                done.complete(null);
            } catch (InterruptedException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        started.await();
        Conditions.await(() -> thread.getState() == Thread.State.WAITING);
        return done;
    }
}

package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedTest {

    @Test
    void waitsForAStep() {
        AtomicBoolean done = new AtomicBoolean();

        Bounded.run("a step", Duration.ofSeconds(20), () -> done.set(true));

        assertThat(done).isTrue();
    }

    @Test
    void bearsAStepThatFails() {
        AtomicBoolean ran = new AtomicBoolean();

        Bounded.run("a step", Duration.ofSeconds(20), () -> {
            ran.set(true);
            throw new AssertionError("on purpose");
        });

        assertThat(ran).isTrue();
    }

    @Test
    void leavesAndInterruptsAStepThatHangs() {
        CountDownLatch interrupted = new CountDownLatch(1);

        Bounded.run("a step", Duration.ofMillis(1), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });

        Fixtures.await(interrupted);
    }

    @Test
    void waitsToTheEndThoughItIsInterrupted() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Thread slow = new Thread(() -> {
            Fixtures.await(release);
            done.set(true);
        });
        slow.start();
        Thread.currentThread().interrupt();
        Thread opener = new Thread(release::countDown);
        opener.start();

        assertThat(Bounded.join(slow, Duration.ofSeconds(20))).isTrue();

        assertThat(done).isTrue();
        assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
    }
}

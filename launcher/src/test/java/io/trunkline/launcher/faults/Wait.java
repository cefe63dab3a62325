package io.trunkline.launcher.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waits on conditions. */
final class Wait {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Wait() {}

    /** Looks again and again until something is so. */
    static void until(Supplier<String> what, BooleanSupplier condition) throws InterruptedException {
        since(System.nanoTime(), what, condition);
    }

    /** Looks again and again until something is so; answers how long that is after a moment of System.nanoTime. */
    static Duration since(long start, Supplier<String> what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + PATIENCE + ": " + what.get());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Lets a time pass that is the fault itself. */
    static void pass(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    static void on(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("waited too long");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

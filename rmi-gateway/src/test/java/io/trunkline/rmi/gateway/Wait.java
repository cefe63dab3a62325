package io.trunkline.rmi.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waits on conditions. */
final class Wait {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_NANOS = 2_000_000;

    private Wait() {}

    /** Looks again and again until something is so. */
    static void until(String what, BooleanSupplier condition) {
        until(() -> what, PATIENCE, condition);
    }

    /** Looks again and again until something is so or the time is over, and answers for how long that took. */
    static Duration until(Supplier<String> what, Duration limit, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                if (condition.getAsBoolean()) break;
                throw new AssertionError("not within " + limit + ": " + what.get());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits for a latch. */
    static void on(CountDownLatch latch) {
        try {
            boolean released = latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!released) throw new AssertionError("the latch was not released");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

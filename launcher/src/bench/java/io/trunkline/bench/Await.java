package io.trunkline.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition. */
final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Await() {}

    /** Waits until a condition holds; it is asked every millisecond. Throws if it does not within a minute. */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        until(what, LONGEST, condition);
    }

    /** Waits until a condition holds, but no longer than a time. */
    static void until(String what, Duration longest, BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > longest.toNanos()) {
                throw new IllegalStateException("not within " + longest.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(1_000_000);
            if (Thread.interrupted()) throw new InterruptedException(what);
        }
    }
}

package io.trunkline.launcher.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waits on conditions. */
final class Eventually {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_NANOS = 2_000_000;

    private Eventually() {}

    /** Looks again and again until something is so, and answers for how long that took. */
    static Duration until(String what, BooleanSupplier condition) {
        return within(PATIENCE, () -> what, condition);
    }

    /** The same, but no longer than a time. */
    static Duration within(Duration limit, Supplier<String> what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new AssertionError("not within " + limit.toMillis() + " ms: " + what.get());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

package io.trunkline.rmi.gateway;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: a random part of a span that doubles with each failure, so that clients who
 * lost the same server do not come back all at once. It never ends.
 */
final class BackOff {

    private static final long FIRST = Duration.ofMillis(100).toNanos();
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private BackOff() {}

    /** The next pause in nanoseconds, after so many failures in a row: from a tenth of the span to the span. */
    static long nanos(int failures) {
        long span = Math.min(LONGEST, FIRST << Math.min(failures, 10));
        return ThreadLocalRandom.current().nextLong(span / 10, span);
    }
}

package io.trunkline.rmi.service;

import java.util.concurrent.TimeUnit;

/**
 * How often something is worth a line that strangers can bring about as often as they like: ten times at once, and one
 * more each second.
 *
 * <p>Safe from any thread.
 */
final class LinePace {

    private static final int BURST = 10;
    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1);

    private long free = BURST; // guarded by this, like the next
    private long since = Long.MIN_VALUE; // when there was last one more
    private long leftOut;

    /** Counts one. Answers what its line is to end with, which tells of those that were left out; null for no line. */
    synchronized String ending(long now) {
        if (since == Long.MIN_VALUE) since = now;
        long more = (now - since) / NANOS_EACH;
        since += more * NANOS_EACH;
        free = Math.min(BURST, free + more);
        if (free == 0) {
            leftOut++;
            return null;
        }
        free--;
        String ending = leftOut == 0 ? "" : " (and " + leftOut + " more like this before)";
        leftOut = 0;
        return ending;
    }
}

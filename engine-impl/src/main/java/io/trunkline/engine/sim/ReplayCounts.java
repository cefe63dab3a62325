package io.trunkline.engine.sim;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the rows so far. The replay thread counts; anybody may read. */
final class ReplayCounts {

    private final AtomicLong published = new AtomicLong();
    private final AtomicLong eveningBefore = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private volatile Instant position; // null before the first tick

    void published(Instant time) {
        published.incrementAndGet();
        position = time;
    }

    void eveningBefore() {
        eveningBefore.incrementAndGet();
    }

    void malformed() {
        malformed.incrementAndGet();
    }

    long read() {
        return published() + skipped();
    }

    long published() {
        return published.get();
    }

    long skipped() {
        return skippedEveningBefore() + skippedMalformed();
    }

    long skippedEveningBefore() {
        return eveningBefore.get();
    }

    long skippedMalformed() {
        return malformed.get();
    }

    /** The recorded time of the last tick; null before the first. */
    Instant position() {
        return position;
    }

    @Override
    public String toString() {
        return read() + " rows read, " + published() + " published, " + skipped() + " skipped ("
                + skippedEveningBefore() + " of the evening before, " + skippedMalformed() + " malformed)";
    }
}

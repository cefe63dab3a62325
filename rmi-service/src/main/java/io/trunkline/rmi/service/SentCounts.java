package io.trunkline.rmi.service;

import io.trunkline.engine.plugin.RateMeter;
import java.util.concurrent.atomic.AtomicLong;

/** What a session was sent so far. Written by whoever has the sender's turn, read by any thread. */
final class SentCounts {

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong conflated = new AtomicLong();
    private final RateMeter eventRate = new RateMeter(0, System.nanoTime());
    private final RateMeter byteRate = new RateMeter(0, System.nanoTime());

    void add(long moreBytes, long moreEvents, long moreConflated) {
        bytes.addAndGet(moreBytes);
        events.addAndGet(moreEvents);
        if (moreConflated > 0) conflated.addAndGet(moreConflated);
    }

    /** Looks at the counts. To be called again and again, by any thread. */
    void measure(long now) {
        eventRate.look(events(), now);
        byteRate.look(bytes(), now);
    }

    /** Events a second, as of the last look. */
    double eventsPerSecond() {
        return eventRate.perSecond();
    }

    /** Bytes of frames a second, as of the last look. */
    double bytesPerSecond() {
        return byteRate.perSecond();
    }

    /** Bytes of frames. */
    long bytes() {
        return bytes.get();
    }

    long events() {
        return events.get();
    }

    /** Ticks that were left out for newer ones. */
    long conflated() {
        return conflated.get();
    }
}

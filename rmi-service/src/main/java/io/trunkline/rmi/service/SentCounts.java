package io.trunkline.rmi.service;

import java.util.concurrent.atomic.AtomicLong;

/** What a session was sent so far. Written by whoever has the sender's turn, read by any thread. */
final class SentCounts {

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong conflated = new AtomicLong();

    void add(long moreBytes, long moreEvents, long moreConflated) {
        bytes.addAndGet(moreBytes);
        events.addAndGet(moreEvents);
        if (moreConflated > 0) conflated.addAndGet(moreConflated);
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

package io.trunkline.rmi.service;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far back in time a log reaches: notes the time whenever another part of the ring was filled. Written by the log's
 * writer, read by any thread.
 */
final class Retention {

    private static final int PARTS = 16; // of a ring; a power of two

    private final AtomicLongArray times = new AtomicLongArray(PARTS); // when parts began, by System.nanoTime
    private final long partBytes;
    private long nextPart; // where the next part begins
    private volatile long parts; // how many began

    Retention(int capacity) {
        partBytes = Math.max(1, capacity / PARTS);
        written(0);
    }

    /** The log was written up to a position. */
    void written(long position) {
        if (position < nextPart) return;
        times.setOpaque((int) parts & PARTS - 1, System.nanoTime());
        nextPart += partBytes; // may lag after a long frame; then the next frames catch up
        parts = parts + 1;
    }

    /** The age in nanoseconds of the oldest part of which nothing is overwritten. */
    long nanos() {
        long oldest = Math.max(0, parts - PARTS); // the one before it is just being overwritten
        return System.nanoTime() - times.getOpaque((int) oldest & PARTS - 1);
    }
}

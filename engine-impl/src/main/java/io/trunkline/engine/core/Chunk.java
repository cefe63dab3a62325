package io.trunkline.engine.core;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A piece of the event queue: up to {@link #SIZE} items in order. Guarded by the queue's monitor until it is taken;
 * then the event thread owns it, but for {@link #done}, which anyone may read.
 */
final class Chunk {

    static final int SIZE = 128;
    /** One stamp stands for so many items, that of the first of them. */
    static final int STAMPED = 16;

    final Object[] items = new Object[SIZE];
    final long[] stamps = new long[SIZE / STAMPED];
    /** How many items were handled; written by the event thread only. */
    final AtomicInteger done = new AtomicInteger();
    int count;
    /** Ticks that were replaced in the queue since the chunk taken before this one. */
    long conflatedBefore;
    boolean taken;
    Chunk next;

    boolean isFull() {
        return count == SIZE;
    }

    void add(Object item) {
        if (count % STAMPED == 0) stamps[count / STAMPED] = System.nanoTime();
        items[count++] = item;
    }

    /** When an item was queued, or up to 15 items before. */
    long stampOf(int index) {
        return stamps[index / STAMPED];
    }

    /** Makes it ready for use again; its items were cleared while they were handled. */
    void reset() {
        count = 0;
        conflatedBefore = 0;
        taken = false;
        next = null;
        done.setPlain(0);
    }
}

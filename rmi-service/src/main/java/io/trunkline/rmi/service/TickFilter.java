package io.trunkline.rmi.service;

import java.util.BitSet;

/** Which instruments' ticks a session gets. Owned by the session's sender thread. */
final class TickFilter {

    private static final int LARGE_PART = 32;

    private final boolean all;
    private final BitSet numbers = new BitSet();
    private int size;

    TickFilter(boolean all) {
        this.all = all;
    }

    boolean isAll() {
        return all;
    }

    boolean wants(int instrument) {
        return all || instrument >= 0 && numbers.get(instrument); // below zero only where a frame was overwritten
    }

    void set(int instrument, boolean wanted) {
        if (numbers.get(instrument) != wanted) size += wanted ? 1 : -1;
        numbers.set(instrument, wanted);
    }

    /** How many instruments were set; of no meaning if it wants all. */
    int size() {
        return size;
    }

    /** Whether it wants so many of a number of instruments that it is faster to look at every tick. */
    boolean isLarge(int instruments) {
        return all || (long) size * LARGE_PART >= instruments;
    }

    /** The next instrument that it wants, from a number on and below a limit; the limit if there is none. */
    int next(int from, int limit) {
        if (all) return Math.min(from, limit);
        int next = numbers.nextSetBit(from);
        return next < 0 || next > limit ? limit : next;
    }
}

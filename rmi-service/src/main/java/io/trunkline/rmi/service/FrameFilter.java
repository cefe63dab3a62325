package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.FrameKind;
import java.util.BitSet;

/**
 * Which frames a session gets: of ticks those of instruments that it wants, and nothing that it may not see. Owned by
 * the session's sender thread.
 */
final class FrameFilter {

    private static final int TICK = FrameKind.TICK.ordinal();
    private static final int LARGE_PART = 32;

    private final boolean all;
    private final Sight sight;
    private final BitSet numbers = new BitSet();
    private int size;

    FrameFilter(boolean all, Sight sight) {
        this.all = all;
        this.sight = sight;
    }

    /** Whether every tick is wanted that may be seen. */
    boolean wantsAll() {
        return all;
    }

    /** Whether the log is sent as it is. */
    boolean isAll() {
        return all && sight.isEverything();
    }

    /** Whether an instrument's ticks are sent. */
    boolean wants(int instrument) {
        boolean isWanted = all || instrument >= 0 && numbers.get(instrument); // below zero where one was overwritten
        return isWanted && sight.seesTicks(instrument);
    }

    /** Whether the frame at a position of the log, which is no tick, is sent. */
    boolean sees(FrameRing ring, long at) {
        return sight.sees(ring, at);
    }

    /** Whether the frame at a position of the log is sent. */
    boolean takes(FrameRing ring, long at) {
        return ring.kind(at) == TICK ? wants(ring.instrument(at)) : sees(ring, at);
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
        int next = all ? from : numbers.nextSetBit(from);
        while (next >= 0 && next < limit && !sight.seesTicks(next)) {
            next = all ? next + 1 : numbers.nextSetBit(next + 1);
        }
        return next < 0 || next > limit ? limit : next;
    }
}

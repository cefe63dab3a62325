package io.trunkline.rmi.service;

import java.util.BitSet;

/** Which instruments' ticks a session gets. Owned by the session's sender thread. */
final class TickFilter {

    private final boolean all;
    private final BitSet numbers = new BitSet();

    TickFilter(boolean all) {
        this.all = all;
    }

    boolean wants(int instrument) {
        return all || instrument >= 0 && numbers.get(instrument); // below 0 only in what is being overwritten
    }

    void set(int instrument, boolean wanted) {
        numbers.set(instrument, wanted);
    }
}

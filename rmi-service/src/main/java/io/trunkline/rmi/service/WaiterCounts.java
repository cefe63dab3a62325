package io.trunkline.rmi.service;

import java.util.concurrent.atomic.AtomicInteger;

/** How many of some waiters wait for anything new, and how many rest until nothing more comes for now. */
final class WaiterCounts {

    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger resting = new AtomicInteger();

    AtomicInteger of(boolean isResting) {
        return isResting ? resting : waiting;
    }

    /** Whether there are any to look after; those who rest only if the writer has nothing more to write. */
    boolean isAny(boolean idle) {
        return waiting.get() > 0 || idle && resting.get() > 0;
    }
}

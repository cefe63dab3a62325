package io.trunkline.engine.core;

import io.trunkline.engine.event.Batch;

/**
 * The batches of one thread, of which each may stand within another: wakes the event thread when the outermost ends, if
 * it was asleep and nobody else woke it. For that thread only.
 */
final class WakeUpBatch implements Batch {

    private final Runnable wakeUp;
    private int open;
    private boolean due;

    /** No batch yet. */
    WakeUpBatch(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /** Begins a batch. */
    WakeUpBatch begin() {
        open++;
        return this;
    }

    /** Something was queued while the event thread slept. Answers whether it may sleep on for now. */
    boolean defers() {
        if (open == 0) return false;
        due = true;
        return true;
    }

    @Override
    public void close() {
        if (open == 0 || --open > 0 || !due) return;
        due = false;
        wakeUp.run();
    }
}

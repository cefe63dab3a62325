package io.trunkline.engine.core;

import io.trunkline.engine.event.Batch;
import java.util.function.Consumer;

/** A batch of one thread, and those that the thread begins within it. For that thread only. */
final class WakeUpBatch {

    private final Consumer<Boolean> onEnd;
    private int open;
    private boolean due;

    /** A batch that has not begun; {@code onEnd} learns of its end and whether the event thread is to be woken then. */
    WakeUpBatch(Consumer<Boolean> onEnd) {
        this.onEnd = onEnd;
    }

    /** Begins the batch, or one within it. */
    Batch begin() {
        open++;
        return new Batch() {
            private boolean closed;

            @Override
            public void close() {
                if (closed) return;
                closed = true;
                if (--open == 0) onEnd.accept(due);
            }
        };
    }

    /** Something was queued while the event thread slept. */
    void defer() {
        due = true;
    }
}

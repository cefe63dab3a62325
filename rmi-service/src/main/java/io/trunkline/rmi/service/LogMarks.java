package io.trunkline.rmi.service;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where frames begin, once every 64 KiB of the log, so that a long run of it can be taken that ends with a whole frame.
 * One thread marks; a mark that any thread reads holds if the log says afterwards that its position is still intact.
 */
final class LogMarks {

    private static final int STEP_SHIFT = 16;
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] positions; // of the first frame that begins in a step, by step
    private final long[] sequences; // of the frame before it
    private long next; // the first position that has no mark yet; by the marking thread

    LogMarks(int capacity) {
        int steps = Math.max(1, capacity >> STEP_SHIFT);
        positions = new long[steps];
        sequences = new long[steps];
    }

    /** Frames begin at a position, after a sequence. By the log's writer, before it publishes them. */
    void begin(long position, long sequence) {
        if (position < next) return;
        long step = position >> STEP_SHIFT;
        int slot = (int) step & positions.length - 1;
        LONGS.setOpaque(sequences, slot, sequence);
        LONGS.setOpaque(positions, slot, position);
        next = step + 1 << STEP_SHIFT;
    }

    /**
     * The last mark at or after a position whose sequence is at most the one given; null if there is none such. If the
     * position was still intact afterwards, so are the frames from the mark on.
     */
    LogPlace before(long sequence, long lowest, long highest) {
        for (long step = highest >> STEP_SHIFT; step >= lowest >> STEP_SHIFT; step--) {
            int slot = (int) step & positions.length - 1;
            long marked = (long) LONGS.getOpaque(positions, slot);
            long known = (long) LONGS.getOpaque(sequences, slot);
            if (marked >> STEP_SHIFT == step && marked >= lowest && known <= sequence) {
                return new LogPlace(marked, known);
            }
        }
        return null;
    }

    /** The last mark that lies below a position, in its step or the one before; null if there is none such. */
    LogPlace below(long position) {
        for (long step = position >> STEP_SHIFT; step >= 0 && step >= (position >> STEP_SHIFT) - 1; step--) {
            int slot = (int) step & positions.length - 1;
            long marked = (long) LONGS.getOpaque(positions, slot);
            if (marked >> STEP_SHIFT == step && marked < position) {
                return new LogPlace(marked, (long) LONGS.getOpaque(sequences, slot));
            }
        }
        return null;
    }
}

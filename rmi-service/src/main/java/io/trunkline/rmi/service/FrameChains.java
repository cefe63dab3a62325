package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Links every frame of the log to the one before it of the same key, so that a reader finds what it wants without
 * looking at the rest. A tick's key is its instrument's number; all other frames together have the key {@link #STATE}.
 *
 * <p>One thread links. Any thread may follow a chain: what it finds holds if the log says afterwards that the lowest
 * position that it came to is still intact. Where that is not so the chain may lead anywhere below, but never up.
 */
final class FrameChains {

    /** The key of everything but ticks. */
    static final int STATE = 0;
    /** The position of a frame that there is not. */
    static final long NONE = -1;

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int TICK = FrameKind.TICK.ordinal();
    private static final int CELL_SHIFT = 4; // no two frames begin in the same 16 bytes, for a header is longer

    private final int[] distances; // how far back the frame before is, by where a frame begins; 0 for none
    private final int mask;
    private volatile long[] newest = noFrames(64); // position of the last frame, by key
    private volatile int keys = 1; // the highest so far, and one

    FrameChains(int capacity) {
        distances = new int[Math.max(1, capacity >> CELL_SHIFT)];
        mask = capacity - 1;
    }

    private static long[] noFrames(int keys) {
        long[] positions = new long[keys];
        Arrays.fill(positions, NONE);
        return positions;
    }

    /**
     * Links frames that begin at a position. By the writing thread, before it publishes them.
     *
     * @return their key; if there are several, {@link #STATE}
     */
    int link(byte[] frames, int length, long position) {
        int key = linkOne(frames, 0, position);
        int first = Frames.length(frames, 0);
        for (int at = first; at < length; at += Frames.length(frames, at)) linkOne(frames, at, position + at);
        return first < length ? STATE : key;
    }

    private int linkOne(byte[] frames, int offset, long position) {
        int key = Frames.kind(frames, offset) == TICK ? Frames.instrument(frames, offset) : STATE;
        if (key >= keys) admit(key);
        long[] positions = newest;
        long before = positions[key];
        int distance = before == NONE ? 0 : (int) Math.min(position - before, Integer.MAX_VALUE);
        INTS.setOpaque(distances, cell(position), distance);
        LONGS.setRelease(positions, key, position);
        return key;
    }

    private void admit(int key) {
        long[] known = newest;
        if (key >= known.length) {
            long[] grown = noFrames(Math.max(known.length * 2, key + 1));
            System.arraycopy(known, 0, grown, 0, known.length);
            newest = grown;
        }
        keys = key + 1;
    }

    private int cell(long position) {
        return ((int) position & mask) >>> CELL_SHIFT;
    }

    /** How many keys there are: every key so far is below. */
    int keys() {
        return keys;
    }

    /** Where the last frame of a key is, which may be more than was published when the caller looked, or NONE. */
    long newest(int key) {
        long[] positions = newest;
        return key < positions.length ? (long) LONGS.getAcquire(positions, key) : NONE;
    }

    /** Where the frame of the same key before that at a position is, or NONE; too far back to be intact if too far. */
    long before(long position) {
        int distance = (int) INTS.getOpaque(distances, cell(position));
        return distance == 0 ? NONE : position - distance;
    }
}

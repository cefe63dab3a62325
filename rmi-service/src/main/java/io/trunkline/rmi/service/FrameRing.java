package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The log's bytes, outside of the heap, so that a socket takes them from where they are. One thread writes; others read
 * what may be overwritten meanwhile, and ask the log afterwards whether it was.
 */
final class FrameRing {

    private static final int KIND = 4; // where in a frame's header
    private static final int GATEWAY = 6;
    private static final int SEQUENCE = 8;
    private static final int INSTRUMENT = 16;
    private static final int OWNER = 20;

    private final ByteBuffer bytes;
    private final int mask;

    /** A ring of a number of bytes, which must be a power of two. */
    FrameRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) throw new IllegalArgumentException("not a power of two: " + capacity);
        bytes = allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        mask = capacity - 1;
    }

    private static ByteBuffer allocate(int capacity) {
        try {
            return ByteBuffer.allocateDirect(capacity);
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException("no room for a log of " + (capacity >> 20) + " MiB outside of the heap;"
                    + " make it smaller (setting log) or allow more (-XX:MaxDirectMemorySize)", e);
        }
    }

    int capacity() {
        return mask + 1;
    }

    int index(long position) {
        return (int) position & mask;
    }

    /** How many bytes lie between a position and the ring's end. */
    int room(long position) {
        return mask + 1 - index(position);
    }

    void put(long position, byte[] frames, int length) {
        bytes.put(index(position), frames, 0, length);
    }

    /** Writes a frame that only fills space. */
    void pad(long position, int length) {
        bytes.putInt(index(position), length);
        bytes.put(index(position) + KIND, (byte) FrameKind.PAD.ordinal());
    }

    /** Whether there are no frames from a position up to the ring's end. */
    boolean isPadded(long position) {
        return room(position) < Frames.HEADER || kind(position) == FrameKind.PAD.ordinal();
    }

    int length(long position) {
        return bytes.getInt(index(position));
    }

    int kind(long position) {
        return bytes.get(index(position) + KIND);
    }

    long sequence(long position) {
        return bytes.getLong(index(position) + SEQUENCE);
    }

    int gateway(long position) {
        return Short.toUnsignedInt(bytes.getShort(index(position) + GATEWAY));
    }

    int owner(long position) {
        return bytes.getInt(index(position) + OWNER);
    }

    int instrument(long position) {
        return bytes.getInt(index(position) + INSTRUMENT);
    }

    /** Copies what stands in one piece. */
    void copy(long position, int length, WireWriter out) {
        out.writeBytes(bytes, index(position), length);
    }

    /** Its bytes for a reader, who moves position and limit of this view. */
    ByteBuffer view() {
        return bytes.duplicate();
    }
}

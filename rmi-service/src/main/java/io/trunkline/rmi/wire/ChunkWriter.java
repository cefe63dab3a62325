package io.trunkline.rmi.wire;

/**
 * Collects the frames of one chunk behind the room for its header, so that a chunk is one write. For one thread.
 */
public final class ChunkWriter {

    private final WireWriter bytes;

    /** A writer with room for about so many bytes of frames; it grows by itself. */
    public ChunkWriter(int capacity) {
        bytes = new WireWriter(Chunk.HEADER + capacity);
        clear();
    }

    /** Where frames are written. */
    public WireWriter frames() {
        return bytes;
    }

    /** How many bytes of frames there are. */
    public int length() {
        return bytes.length() - Chunk.HEADER;
    }

    /** Forgets the frames. */
    public void clear() {
        bytes.truncate(Chunk.HEADER);
    }

    /**
     * Puts the header before the frames, and after them what says that they are whole; the chunk can then be sent, and
     * must be cleared before more frames are written. It does not say when it is sent.
     */
    public ChunkWriter finish(Chunk.Kind kind, long after, long through, long conflated) {
        return finish(kind, after, through, conflated, 0);
    }

    /** The same, but it says when it is sent, by this side's {@link System#nanoTime}. */
    public ChunkWriter finish(Chunk.Kind kind, long after, long through, long conflated, long sentNanos) {
        putHeader(kind, after, through, conflated, sentNanos, length());
        bytes.writeByte(Chunk.WHOLE);
        return this;
    }

    /** Puts a header alone, which says when it is sent; its frames are sent from where they are. */
    public void finishHeader(Chunk.Kind kind, long after, long through, long sentNanos, int length) {
        putHeader(kind, after, through, 0, sentNanos, length);
    }

    private void putHeader(
            Chunk.Kind kind, long after, long through, long conflated, long sentNanos, int length) {
        bytes.array()[0] = (byte) kind.ordinal();
        bytes.putLong(1, after);
        bytes.putLong(9, through);
        bytes.putLong(17, conflated);
        bytes.putLong(25, sentNanos);
        bytes.putInt(33, length);
    }
}

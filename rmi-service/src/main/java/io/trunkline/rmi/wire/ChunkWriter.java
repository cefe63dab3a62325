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
     * must be cleared before more frames are written.
     */
    public ChunkWriter finish(Chunk.Kind kind, long after, long through, long conflated) {
        putHeader(kind, after, through, conflated, length());
        bytes.writeByte(Chunk.WHOLE);
        return this;
    }

    /** Puts a header alone; its frames are sent from where they are. */
    public void finishHeader(Chunk.Kind kind, long after, long through, int length) {
        putHeader(kind, after, through, 0, length);
    }

    private void putHeader(Chunk.Kind kind, long after, long through, long conflated, int length) {
        bytes.array()[0] = (byte) kind.ordinal();
        bytes.putLong(1, after);
        bytes.putLong(9, through);
        bytes.putLong(17, conflated);
        bytes.putInt(25, length);
    }
}

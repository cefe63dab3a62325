package io.trunkline.rmi.wire;

/**
 * Collects the frames of one chunk behind the room for its header, so that a chunk is one write. For one thread.
 */
public final class ChunkWriter {

    private static final int BLOCK = 5; // a block's tag and length
    private static final int START = BLOCK + Chunk.HEADER;

    private final WireWriter bytes;

    /** A writer with room for about so many bytes of frames; it grows by itself. */
    public ChunkWriter(int capacity) {
        bytes = new WireWriter(START + capacity);
        clear();
    }

    /** Where frames are written. */
    public WireWriter frames() {
        return bytes;
    }

    /** How many bytes of frames there are. */
    public int length() {
        return bytes.length() - START;
    }

    /** Forgets the frames. */
    public void clear() {
        bytes.truncate(START);
    }

    /** Puts the header before the frames; the chunk can then be sent. */
    public ChunkWriter finish(Chunk.Kind kind, long after, long through, long conflated) {
        byte[] array = bytes.array();
        putBlock(array, 0, Chunk.HEADER + length());
        array[BLOCK] = (byte) kind.ordinal();
        bytes.putLong(BLOCK + 1, after);
        bytes.putLong(BLOCK + 9, through);
        bytes.putLong(BLOCK + 17, conflated);
        bytes.putInt(BLOCK + 25, length());
        return this;
    }

    /** Makes a block of just what was written, without a chunk's header; answers the block's length from index 0 on. */
    int finishPlain() {
        int length = length();
        byte[] array = bytes.array();
        putBlock(array, 0, length);
        System.arraycopy(array, START, array, BLOCK, length);
        return BLOCK + length;
    }

    private static void putBlock(byte[] array, int at, int length) {
        array[at] = Jrmp.LONG_BLOCK;
        for (int i = 0; i < 4; i++) array[at + 1 + i] = (byte) (length >>> 24 - 8 * i);
    }
}

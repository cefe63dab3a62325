package io.trunkline.rmi.wire;

/**
 * The header that every frame starts with, little-endian: length of the whole frame (4 bytes), kind (1), zero (1),
 * number of the gateway (2), sequence (8), number of the instrument (4), number of the owner (4). A number 0 means
 * none.
 */
public final class Frames {

    /** Length of a header in bytes. */
    public static final int HEADER = 24;

    /** The highest number of a gateway. */
    static final int MAX_GATEWAYS = 0xFFFF;

    private Frames() {}

    /** Length of the frame at an offset, header included. */
    public static int length(byte[] bytes, int offset) {
        return (int) WireWriter.INT.get(bytes, offset);
    }

    /**
     * Where the frame at an offset ends.
     *
     * @throws WireException if it is not wholly before {@code limit}
     */
    public static int end(byte[] bytes, int offset, int limit) throws WireException {
        int length = limit - offset < HEADER ? -1 : length(bytes, offset);
        if (length < HEADER || length > limit - offset) throw new WireException("a frame is cut off");
        return offset + length;
    }

    /** Kind of the frame at an offset, as a number. */
    public static int kind(byte[] bytes, int offset) {
        return bytes[offset + 4];
    }

    /** Number of the gateway of the frame at an offset. */
    public static int gateway(byte[] bytes, int offset) {
        return bytes[offset + 6] & 0xFF | (bytes[offset + 7] & 0xFF) << 8;
    }

    /** Sequence of the frame at an offset. */
    public static long sequence(byte[] bytes, int offset) {
        return (long) WireWriter.LONG.get(bytes, offset + 8);
    }

    /** Number of the instrument of the frame at an offset. */
    public static int instrument(byte[] bytes, int offset) {
        return (int) WireWriter.INT.get(bytes, offset + 16);
    }

    /** Number of the owner of the frame at an offset. */
    public static int owner(byte[] bytes, int offset) {
        return (int) WireWriter.INT.get(bytes, offset + 20);
    }

    /** Writes a header whose length is not known yet and answers where it starts. */
    static int begin(WireWriter out, FrameKind kind, int gateway, long sequence, int instrument, int owner) {
        int start = out.length();
        out.ensure(HEADER);
        out.putAndSkip((long) (kind.ordinal() | gateway << 16) << 32, 8);
        out.putAndSkip(sequence, 8);
        out.putAndSkip(instrument & 0xFFFF_FFFFL | (long) owner << 32, 8);
        return start;
    }

    /** Completes the header of the frame that started at {@code start} and ends here. */
    static void end(WireWriter out, int start) {
        out.putInt(start, out.length() - start);
    }

    /** Writes a frame that only fills space. */
    public static void pad(byte[] bytes, int offset, int length) {
        WireWriter.INT.set(bytes, offset, length);
        if (length > 4) bytes[offset + 4] = (byte) FrameKind.PAD.ordinal();
    }
}

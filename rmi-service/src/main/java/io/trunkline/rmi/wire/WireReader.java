package io.trunkline.rmi.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Reads what {@link WireWriter} wrote. Every method throws {@link WireException} if the bytes end too early or are not
 * allowed; nothing is allocated on the word of a length that the bytes do not back.
 */
public final class WireReader {

    static final long NO_INSTANT = Long.MIN_VALUE;

    private static final long[] MASKS = {0, 0xFFL, 0xFFFFL, 0xFF_FFFFL, 0xFFFF_FFFFL, 0xFF_FFFF_FFFFL, 0, -1};

    private byte[] bytes;
    private int position;
    private int end;

    /** Reads a whole array. */
    public WireReader(byte[] bytes) {
        reset(bytes, 0, bytes.length);
    }

    /** Starts over on a range of an array. */
    public void reset(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        end = to;
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - position;
    }

    /** Where the next read starts in the array. */
    int position() {
        return position;
    }

    /** Throws unless everything was read. */
    public void expectEnd() throws WireException {
        if (position != end) throw new WireException((end - position) + " bytes too many");
    }

    private int take(int count) throws WireException {
        int at = position;
        if (count < 0 || end - at < count) throw new WireException("the bytes end too early");
        position = at + count;
        return at;
    }

    /** Reads a byte, 0 to 255. */
    public int readByte() throws WireException {
        return bytes[take(1)] & 0xFF;
    }

    /** Reads a flag. */
    public boolean readBoolean() throws WireException {
        return readByte() != 0;
    }

    /** Reads four bytes. */
    public int readInt() throws WireException {
        return (int) WireWriter.INT.get(bytes, take(4));
    }

    /** Reads eight bytes. */
    public long readLong() throws WireException {
        return (long) WireWriter.LONG.get(bytes, take(8));
    }

    /**
     * Makes sure that so many bytes can be read by {@link #readWhole} without a fault, even if the message ends before.
     */
    void makeReadable(int count) {
        if (bytes.length - position >= count) return;
        reset(Arrays.copyOfRange(bytes, position, position + Math.max(count, end - position)), 0, end - position);
    }

    /**
     * Reads as many bytes as a code of {@link TickLayout} stands for. It does not notice the end of the message:
     * {@link #expectEnd} does, and until then what was read may be nonsense.
     */
    long readWhole(int code) {
        long value = (long) WireWriter.LONG.get(bytes, position) & MASKS[code];
        position += TickLayout.width(code);
        return value;
    }

    /** Reads a number of one to ten bytes. */
    public long readVarint() throws WireException {
        int at = position;
        if (at < end) {
            byte first = bytes[at];
            if (first >= 0) {
                position = at + 1;
                return first;
            }
        }
        return readLongVarint();
    }

    private long readLongVarint() throws WireException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = bytes[take(1)];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
        throw new WireException("a number is longer than ten bytes");
    }

    /** Reads a number that may be negative. */
    public long readSigned() throws WireException {
        long value = readVarint();
        return value >>> 1 ^ -(value & 1);
    }

    /** Reads a count of things of which each takes at least one byte. */
    public int readCount() throws WireException {
        long count = readVarint();
        if (count < 0 || count > remaining()) throw new WireException("a count is larger than the message: " + count);
        return (int) count;
    }

    /** Reads the eight bytes of a double. */
    public double readDouble() throws WireException {
        return Double.longBitsToDouble(readLong());
    }

    /** Reads a double that is most often whole. */
    public double readQuantity() throws WireException {
        long value = readVarint();
        if ((value & 1) == 0) {
            long zigzag = value >>> 1;
            return zigzag >>> 1 ^ -(zigzag & 1);
        }
        if (value != 1) throw new WireException("not a quantity: " + value);
        return readDouble();
    }

    /** Reads a text. */
    public String readText() throws WireException {
        int length = readCount();
        if (length == 0) return "";
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    /** Reads an instant; null if none was written. */
    public Instant readInstant() throws WireException {
        long nanos = readLong();
        return nanos == NO_INSTANT ? null : toInstant(nanos);
    }

    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    /** Reads an instant that must be there. */
    public Instant readTime() throws WireException {
        Instant instant = readInstant();
        if (instant == null) throw new WireException("a time is missing");
        return instant;
    }

    /** Reads some bytes. */
    public byte[] readBytes(int count) throws WireException {
        int at = take(count);
        return Arrays.copyOfRange(bytes, at, at + count);
    }

    /** Reads an enum constant. */
    public <E> E readEnum(E[] constants) throws WireException {
        int place = readByte();
        if (place >= constants.length) throw new WireException("no such constant: " + place);
        return constants[place];
    }
}

package io.trunkline.rmi.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes the protocol's basic values into a byte array that grows as needed. Fixed-width numbers are little-endian. */
public final class WireWriter {

    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LARGEST = 1L << 60; // among the quantities that are written as whole numbers

    private byte[] bytes;
    private int position;

    /** A writer with room for some bytes; it grows by itself. */
    public WireWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** How many bytes were written. */
    public int length() {
        return position;
    }

    /** The array behind it; what was written stands in the first {@link #length()} bytes until more is written. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, position);
    }

    /** Forgets what was written after a length. */
    public void truncate(int length) {
        position = length;
    }

    /** Forgets everything that was written. */
    public void clear() {
        position = 0;
    }

    /** Makes sure that some more bytes fit. */
    void ensure(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }

    /** Writes a byte. */
    public void writeByte(int value) {
        ensure(1);
        bytes[position++] = (byte) value;
    }

    /** Writes a flag as a byte. */
    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /** Writes four bytes. */
    public void writeInt(int value) {
        ensure(4);
        INT.set(bytes, position, value);
        position += 4;
    }

    /** Writes eight bytes. */
    public void writeLong(long value) {
        ensure(8);
        LONG.set(bytes, position, value);
        position += 8;
    }

    /** Writes four bytes over those at an index. */
    void putInt(int index, int value) {
        INT.set(bytes, index, value);
    }

    /** Writes eight bytes over those at an index. */
    void putLong(int index, long value) {
        LONG.set(bytes, index, value);
    }

    /** Writes a byte over that at an index. */
    void putByte(int index, int value) {
        bytes[index] = (byte) value;
    }

    /** Leaves out some bytes, to be put later. There must be room for them. */
    void skip(int count) {
        position += count;
    }

    /** Writes the first bytes of a number, the lowest first. There must be room for eight. */
    void putAndSkip(long value, int count) {
        LONG.set(bytes, position, value);
        position += count;
    }

    /** Writes seven bits a byte, the lowest first; short for small values that are not negative. */
    public void writeVarint(long value) {
        ensure(10);
        byte[] target = bytes;
        int index = position;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target[index++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        target[index++] = (byte) rest;
        position = index;
    }

    /** Writes a number that may be negative, short if it is near zero. */
    public void writeSigned(long value) {
        writeVarint(value << 1 ^ value >> 63);
    }

    /** Writes the eight bytes of a double. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /**
     * Writes a double that is most often a whole number: short then, nine bytes otherwise. Reading gives identical
     * bits.
     */
    public void writeQuantity(double value) {
        long whole = (long) value;
        boolean isWhole = Double.doubleToRawLongBits(whole) == Double.doubleToRawLongBits(value);
        if (isWhole && -LARGEST < whole && whole < LARGEST) {
            writeVarint((whole << 1 ^ whole >> 63) << 1);
        } else {
            writeByte(1);
            writeDouble(value);
        }
    }

    /** Writes a text's length in bytes and its UTF-8 form. */
    public void writeText(String text) {
        int length = text.length();
        ensure(length + 5);
        int start = position;
        if (length < 0x80 && putAscii(text, start + 1)) {
            bytes[start] = (byte) length;
            position = start + 1 + length;
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeVarint(encoded.length);
        writeBytes(encoded, 0, encoded.length);
    }

    private boolean putAscii(String text, int at) {
        byte[] target = bytes;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) return false;
            target[at + i] = (byte) c;
        }
        return true;
    }

    /** Writes an instant that may be null: nanoseconds since 1970 as eight bytes, the smallest number for null. */
    public void writeInstant(Instant instant) {
        writeLong(instant == null ? WireReader.NO_INSTANT : toNanos(instant));
    }

    /** Nanoseconds since 1970. Instants that do not fit (before 1678, after 2261) become the nearest that do. */
    static long toNanos(Instant instant) {
        long seconds = Math.max(-9_223_372_000L, Math.min(9_223_372_000L, instant.getEpochSecond()));
        return seconds * 1_000_000_000L + instant.getNano();
    }

    /** Writes some bytes of a buffer from an index on, as they are. */
    public void writeBytes(ByteBuffer source, int index, int count) {
        ensure(count);
        source.get(index, bytes, position, count);
        position += count;
    }

    /** Writes some bytes as they are. */
    public void writeBytes(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, position, count);
        position += count;
    }

    /** Writes an enum constant by its place. */
    public void writeEnum(Enum<?> value) {
        writeByte(value.ordinal());
    }
}

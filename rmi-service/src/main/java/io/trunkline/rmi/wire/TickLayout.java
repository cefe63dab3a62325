package io.trunkline.rmi.wire;

/**
 * How a tick's body is laid out: a word of three-bit codes that say how each figure is written, the exchange's time,
 * the codes of the levels from the third on, then the figures one after the other in as few bytes as each needs.
 *
 * <p>All lengths are known from the codes, so that no figure is searched for the end of the one before.
 */
final class TickLayout {

    // A code of 0 to 5 is the number of bytes of a whole number, the lowest byte first.

    /** The code of a figure that is not written because it is 0, or of a local time that is not known. */
    static final int NONE = 6;
    /** The code of eight bytes as they are. */
    static final int RAW = 7;
    /** What is below this fits into five bytes. */
    static final long LIMIT = 1L << 40;

    // Where the codes stand in the first word, by their lowest bits.
    static final int LAST_PRICE = 0;
    static final int OPEN = 3;
    static final int HIGH = 6;
    static final int LOW = 9;
    static final int PRE_CLOSE = 12;
    static final int LIMIT_UP = 15;
    static final int LIMIT_DOWN = 18;
    static final int VOLUME = 21;
    static final int TURNOVER = 24;
    static final int OPEN_INTEREST = 27;
    static final int LAST_VOLUME = 30;
    static final int LOCAL_TIME = 33;
    /** Three bits: 0 to 5 levels. */
    static final int LEVELS = 36;
    /** One bit: the name is not the instrument's and stands at the end. */
    static final int NAME = 39;
    /** Twelve bits a level: bid price, bid volume, ask price, ask volume. */
    static final int FIRST_LEVELS = 40;

    /** How many levels have their codes in the first word; those of the others take {@link #MORE_CODES} bytes. */
    static final int LEVELS_IN_FIRST_WORD = 2;
    static final int MORE_CODES = 5;
    /** Bits of codes a level. */
    static final int LEVEL = 12;

    /** The longest body without its name, and eight bytes more: a figure is written and read as eight bytes. */
    static final int LONGEST = 8 + 8 + MORE_CODES + (12 + 5 * 4) * 8 + 8;

    private static final long WIDTHS = 0x08_00_05_04_03_02_01_00L; // a byte for each code

    private TickLayout() {}

    /** How many bytes a code stands for. */
    static int width(int code) {
        return (int) (WIDTHS >>> (code << 3)) & 0xF;
    }

    /** The code of a whole number that is not negative and below {@link #LIMIT}. */
    static int code(long value) {
        return 71 - Long.numberOfLeadingZeros(value) >>> 3;
    }

    /** Near zero, whether above or below, becomes small. */
    static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}

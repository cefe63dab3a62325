package io.trunkline.engine.model;

import java.util.Arrays;

/**
 * The order book of a tick: zero to five levels of bid and ask, the best first. A price or volume of a level that the
 * feed does not have is 0.
 */
public final class Depth {

    /** The deepest level that a feed can give. */
    public static final int MAX_LEVELS = 5;

    /** A book without any level. */
    public static final Depth NONE = new Depth(new double[0]);

    private static final int WIDTH = 4;

    private final double[] values; // bid price, bid volume, ask price, ask volume of each level

    private Depth(double[] values) {
        this.values = values;
    }

    /** A book with the best level only; {@link #NONE} if that is all zero. */
    public static Depth of(double bidPrice, double bidVolume, double askPrice, double askVolume) {
        return ofLevels(bidPrice, bidVolume, askPrice, askVolume);
    }

    /**
     * A book of any number of levels, given as bid price, bid volume, ask price, ask volume for each level from the
     * best. Levels at the end that are all zero are left out. The array is copied.
     *
     * @throws IllegalArgumentException if the length is not a multiple of four or above twenty
     */
    public static Depth ofLevels(double... values) {
        if (values.length % WIDTH != 0 || values.length > MAX_LEVELS * WIDTH) {
            throw new IllegalArgumentException("a depth is four values a level, five levels at most: " + values.length);
        }
        int used = values.length;
        while (used > 0 && isZero(values, used - WIDTH)) used -= WIDTH;
        return used == 0 ? NONE : new Depth(Arrays.copyOf(values, used));
    }

    private static boolean isZero(double[] values, int from) {
        for (int i = from; i < from + WIDTH; i++) {
            if (Double.doubleToRawLongBits(values[i]) != 0) return false;
        }
        return true;
    }

    /** How many levels there are, 0 to 5. */
    public int levels() {
        return values.length / WIDTH;
    }

    /** The bid price of a level, 1 being the best; 0 if there is no such level. */
    public double bidPrice(int level) {
        return at(level, 0);
    }

    /** The volume bid at a level, 1 being the best; 0 if there is no such level. */
    public double bidVolume(int level) {
        return at(level, 1);
    }

    /** The ask price of a level, 1 being the best; 0 if there is no such level. */
    public double askPrice(int level) {
        return at(level, 2);
    }

    /** The volume offered at a level, 1 being the best; 0 if there is no such level. */
    public double askVolume(int level) {
        return at(level, 3);
    }

    private double at(int level, int column) {
        if (level < 1) throw new IllegalArgumentException("levels count from 1: " + level);
        int index = (level - 1) * WIDTH + column;
        return index < values.length ? values[index] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Depth depth && Arrays.equals(values, depth.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Best level first, {@code bidVolume@bidPrice/askPrice@askVolume} each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int level = 1; level <= levels(); level++) {
            if (level > 1) text.append(' ');
            text.append(bidVolume(level)).append('@').append(bidPrice(level)).append('/')
                    .append(askPrice(level)).append('@').append(askVolume(level));
        }
        return text.append(']').toString();
    }
}

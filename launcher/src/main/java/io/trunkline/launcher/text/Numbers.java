package io.trunkline.launcher.text;

import java.math.BigDecimal;

/** Writes doubles the way people do: {@code 7655}, {@code 0.05}; never {@code 7655.0} or {@code 5.0E-2}. */
public final class Numbers {

    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    /** The text of a number; empty if it is none. It reads back as the same double, but for the sign of zero. */
    public static String text(double value) {
        if (!Double.isFinite(value)) return "";
        if (Math.abs(value) < LARGEST_WHOLE) {
            if (value == (long) value) return Long.toString((long) value);
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        return Double.toString(value);
    }
}

package io.trunkline.engine.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounds prices and volumes to whole steps without the dust of binary arithmetic: every double counts as the shortest
 * decimal that stands for it, so that {@code 0.3} is three steps of {@code 0.1}.
 */
public final class Rounding {

    private static final MathContext PRECISION = new MathContext(28, RoundingMode.HALF_EVEN);
    private static final int MAX_DIGITS = 17; // enough to tell any two doubles apart

    private Rounding() {}

    /**
     * The multiple of {@code target} that is nearest to the value; of two equally near, the even multiple.
     *
     * @throws IllegalArgumentException if the value is not finite, or the target not finite and above zero
     */
    public static double roundTo(double value, double target) {
        return multiple(value, target, RoundingMode.HALF_EVEN);
    }

    /** The greatest multiple of {@code target} that is not above the value. Throws as {@link #roundTo} does. */
    public static double floorTo(double value, double target) {
        return multiple(value, target, RoundingMode.FLOOR);
    }

    /** The least multiple of {@code target} that is not below the value. Throws as {@link #roundTo} does. */
    public static double ceilTo(double value, double target) {
        return multiple(value, target, RoundingMode.CEILING);
    }

    /**
     * How many decimals it takes to write the value: 0 for 1, 1 for 0.2, 5 for 0.00001.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public static int digits(double value) {
        return Math.max(0, decimal(Check.finite(value, "value")).stripTrailingZeros().scale());
    }

    private static double multiple(double value, double target, RoundingMode mode) {
        Check.finite(value, "value");
        Check.positive(target, "target");
        BigDecimal step = decimal(target);
        BigDecimal count = decimal(value).divide(step, PRECISION).setScale(0, mode);
        return count.multiply(step, PRECISION).doubleValue();
    }

    /** The shortest decimal that reads back as the value, and of equally short ones the nearest. */
    private static BigDecimal decimal(double value) {
        // Double.toString is not good enough: before JDK 19 it gives more digits than it takes for some values.
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) return nearest;
            // Above a power of two doubles are wider apart than below, so that only the further one may read back.
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == value) return above;
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }
}

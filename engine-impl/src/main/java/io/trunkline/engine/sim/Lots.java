package io.trunkline.engine.sim;

/** Arithmetic of volumes, which may be fractions of a lot, without the dust that doubles leave. */
final class Lots {

    private static final double DUST = 1e-9;

    private Lots() {}

    static double minus(double a, double b) {
        double rest = a - b;
        return Math.abs(rest) < DUST ? 0 : rest;
    }

    /** Whether {@code a} is above {@code b} by more than dust. */
    static boolean exceeds(double a, double b) {
        return a - b > DUST;
    }

    /** Whether {@code value} is a whole multiple of {@code step}, give or take a millionth of it. */
    static boolean isMultiple(double value, double step) {
        double steps = value / step;
        return Math.abs(steps - Math.rint(steps)) <= 1e-6;
    }

    /** The figure as a person writes it: without a fraction where it has none. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value) : Double.toString(value);
    }
}

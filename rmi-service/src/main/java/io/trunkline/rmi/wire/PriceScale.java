package io.trunkline.rmi.wire;

/**
 * Turns prices into whole numbers of price ticks and back. A price only counts as a multiple if coming back gives
 * identical bits.
 */
final class PriceScale {

    static final PriceScale NONE = new PriceScale(0);

    /** What {@link #toTicks} answers for a price that is not a multiple. */
    static final long NOT_A_MULTIPLE = Long.MIN_VALUE;

    private static final double LARGEST = 1L << 40;

    private final double tick;
    private final double perUnit; // ticks in 1, if that is whole: dividing by it is exact where multiplying is not
    private final boolean divides;

    private PriceScale(double tick) {
        this.tick = tick;
        double inverse = Math.rint(1 / tick);
        this.divides = tick > 0 && tick < 1 && 1 / inverse == tick;
        this.perUnit = divides ? inverse : 0;
    }

    /** The scale of a price tick; none if it is not above zero. */
    static PriceScale of(double tick) {
        return tick > 0 && Double.isFinite(tick) ? new PriceScale(tick) : NONE;
    }

    double tick() {
        return tick;
    }

    long toTicks(double price) {
        if (tick == 0) return NOT_A_MULTIPLE;
        double ticks = Math.rint(divides ? price * perUnit : price / tick);
        if (!(Math.abs(ticks) < LARGEST)) return NOT_A_MULTIPLE;
        long whole = (long) ticks;
        return Double.doubleToRawLongBits(toPrice(whole)) == Double.doubleToRawLongBits(price) ? whole : NOT_A_MULTIPLE;
    }

    double toPrice(long ticks) {
        return divides ? ticks / perUnit : ticks * tick;
    }
}

package io.trunkline.rmi.wire;

/**
 * Turns prices into whole numbers of price ticks and back. A price only counts as a multiple if coming back gives
 * identical bits.
 */
final class PriceScale {

    static final PriceScale NONE = new PriceScale(0);

    /** What {@link #toTicks} answers for a price that is not a multiple. */
    static final long NOT_A_MULTIPLE = Long.MIN_VALUE;

    private static final double LARGEST = 1L << 38; // so that a distance fits into five bytes

    private final double tick;
    private final double inverse; // ticks in 1; near enough to find the multiple, which is then checked
    private final double multiplier; // a multiple of the tick is this often it, divided; one of the two is 1
    private final double divisor; // ticks in 1 if that is whole: dividing by it is exact where multiplying is not

    private PriceScale(double tick) {
        double whole = Math.rint(1 / tick);
        boolean divides = tick > 0 && tick < 1 && 1 / whole == tick;
        this.tick = tick;
        this.inverse = tick == 0 ? Double.NaN : 1 / tick;
        this.multiplier = divides ? 1 : tick;
        this.divisor = divides ? whole : 1;
    }

    /** The scale of a price tick; none if it is not above zero. */
    static PriceScale of(double tick) {
        return tick > 0 && Double.isFinite(tick) ? new PriceScale(tick) : NONE;
    }

    double tick() {
        return tick;
    }

    long toTicks(double price) {
        double ticks = Math.rint(price * inverse);
        if (!(Math.abs(ticks) < LARGEST)) return NOT_A_MULTIPLE;
        long whole = (long) ticks;
        return Double.doubleToRawLongBits(toPrice(whole)) == Double.doubleToRawLongBits(price) ? whole : NOT_A_MULTIPLE;
    }

    double toPrice(long ticks) {
        return ticks * multiplier / divisor; // without a branch: instruments come in no order
    }
}

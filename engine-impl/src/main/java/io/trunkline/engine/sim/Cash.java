package io.trunkline.engine.sim;

/** The account's money, apart from what open positions are worth. Guarded by the exchange's lock. */
final class Cash {

    private static final double UNIT = 10_000; // deposits are kept in ten-thousandths, so that they sum up exactly

    private final double rate;
    private double settled;
    private long bound;

    /**
     * Starts with a sum.
     *
     * @param rate the part of its value that an opening order binds
     */
    Cash(double start, double rate) {
        this.settled = start;
        this.rate = rate;
    }

    /** The deposit of an opening order, in ten-thousandths. */
    long depositOf(double price, double volume, double size) {
        return Math.round(Math.abs(price) * volume * size * rate * UNIT);
    }

    void bind(long tenThousandths) {
        bound += tenThousandths;
    }

    void realise(double won) {
        settled += won;
    }

    /** The start sum and all that was won and lost by closing. */
    double settled() {
        return settled;
    }

    double frozen() {
        return bound / UNIT;
    }

    static double money(long tenThousandths) {
        return tenThousandths / UNIT;
    }
}

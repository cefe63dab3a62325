package io.trunkline.bench;

/**
 * What a figure should reach.
 *
 * @param least whether the bound is the lowest good value; else the highest
 * @param bound the bound
 */
record Target(boolean least, double bound) {

    static Target atLeast(double bound) {
        return new Target(true, bound);
    }

    static Target atMost(double bound) {
        return new Target(false, bound);
    }

    boolean isMetBy(double value) {
        return least ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (least ? ">=" : "<=") + Samples.text(bound);
    }
}

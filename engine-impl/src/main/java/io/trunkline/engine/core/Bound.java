package io.trunkline.engine.core;

import io.trunkline.engine.model.Order;

/**
 * How many lots of a side active orders close, by offset, kept up to date order by order. Guarded by the converter.
 *
 * <p>The sums say all if they are exact, and if no order that closes today's lots stands beside one that closes any:
 * with both, what is frozen depends on who came first.
 */
final class Bound {

    private static final double LARGEST = 1L << 40; // thousands of whole numbers below this add up exactly

    private double today;
    private double yesterday;
    private double any;
    private int todayOrders;
    private int anyOrders;
    private int inexact; // orders whose lots are not whole

    void add(Order order) {
        count(order, order.remaining(), 1);
    }

    void remove(Order order) {
        count(order, -order.remaining(), -1);
    }

    private void count(Order order, double lots, int orders) {
        double size = order.remaining();
        if (!(size >= 0 && size < LARGEST && size == Math.rint(size))) {
            inexact += orders;
            return;
        }
        switch (order.offset()) {
            case CLOSETODAY -> {
                today += lots;
                todayOrders += orders;
            }
            case CLOSEYESTERDAY -> yesterday += lots;
            case CLOSE -> {
                any += lots;
                anyOrders += orders;
            }
            case OPEN, NONE -> { }
        }
    }

    /** Whether {@link #freeze} gives what freezing order by order gives. */
    boolean suffices() {
        return inexact == 0 && (todayOrders == 0 || anyOrders == 0);
    }

    /** Freezes the lots of a side where nothing is frozen. */
    void freeze(Side side) {
        side.freezeToday(today);
        side.freezeYesterday(yesterday);
        if (anyOrders > 0) side.freezeTodayFirst(any);
    }
}

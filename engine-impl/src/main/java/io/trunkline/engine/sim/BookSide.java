package io.trunkline.engine.sim;

import io.trunkline.engine.model.Depth;

/**
 * One side of the recorded book of an instrument, less what our own orders took of it. A level keeps what was taken
 * until a newer tick shows it with another volume, so that no recorded lot is sold twice. Guarded by the exchange's
 * lock.
 */
final class BookSide {

    private final boolean ask;
    private double[] prices = new double[0];
    private double[] shown = new double[0];
    private double[] taken = new double[0];

    BookSide(boolean ask) {
        this.ask = ask;
    }

    /** Takes over what a newer tick shows. */
    void show(Depth depth) {
        int levels = depth.levels();
        double[] newPrices = new double[levels];
        double[] newShown = new double[levels];
        double[] newTaken = new double[levels];
        for (int i = 0; i < levels; i++) {
            newPrices[i] = ask ? depth.askPrice(i + 1) : depth.bidPrice(i + 1);
            newShown[i] = ask ? depth.askVolume(i + 1) : depth.bidVolume(i + 1);
            newTaken[i] = takenOf(newPrices[i], newShown[i]);
        }
        prices = newPrices;
        shown = newShown;
        taken = newTaken;
    }

    private double takenOf(double price, double volume) {
        for (int i = 0; i < prices.length; i++) {
            if (prices[i] == price && shown[i] == volume) return taken[i];
        }
        return 0;
    }

    /** The best price at which a lot is left; 0 if there is none. */
    double bestPrice() {
        int level = bestLevel();
        return level < 0 ? 0 : prices[level];
    }

    /** The best price shown, whether or not our own orders took all of it; 0 if there is none. */
    double shownPrice() {
        return prices.length > 0 && shown[0] > 0 ? prices[0] : 0;
    }

    /** Takes at most {@code volume} at the best price; returns how much. */
    double take(double volume) {
        int level = bestLevel();
        double part = Math.min(volume, Lots.minus(shown[level], taken[level]));
        taken[level] += part;
        return part;
    }

    /** What is left at {@code limit} or better. */
    double availableAt(double limit) {
        double sum = 0;
        for (int i = 0; i < prices.length; i++) {
            if (prices[i] > 0 && (ask ? prices[i] <= limit : prices[i] >= limit)) sum += Lots.minus(shown[i], taken[i]);
        }
        return sum;
    }

    private int bestLevel() {
        for (int i = 0; i < prices.length; i++) {
            if (prices[i] > 0 && Lots.exceeds(shown[i], taken[i])) return i;
        }
        return -1;
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Tick;
import java.util.Comparator;
import java.util.TreeSet;

/** One instrument at the exchange: the recorded book and what rests beside it. Guarded by the exchange's lock. */
final class Market {

    private final Contract contract;
    private final Holding holding;
    private final BookSide asks = new BookSide(true);
    private final BookSide bids = new BookSide(false);
    private final TreeSet<Leg> buys = new TreeSet<>(
            Comparator.comparingDouble((Leg leg) -> -leg.price()).thenComparingLong(Leg::arrival));
    private final TreeSet<Leg> sells = new TreeSet<>(
            Comparator.comparingDouble(Leg::price).thenComparingLong(Leg::arrival));
    private final TreeSet<Leg> stops = new TreeSet<>(Comparator.comparingLong(Leg::arrival));
    private Tick tick; // null before the first of the day

    Market(Contract contract) {
        this.contract = contract;
        this.holding = contract.netPosition() ? new NetHolding(contract) : new TwoSidedHolding(contract);
    }

    Contract contract() {
        return contract;
    }

    Holding holding() {
        return holding;
    }

    /** The last tick, or null if there was none today. */
    Tick tick() {
        return tick;
    }

    void show(Tick newTick) {
        tick = newTick;
        asks.show(newTick.depth());
        bids.show(newTick.depth());
        holding.mark(newTick.lastPrice());
    }

    /** Forgets yesterday's book. */
    void clearBook() {
        tick = null;
        asks.show(Depth.NONE);
        bids.show(Depth.NONE);
    }

    /** The side of the book against which a direction trades. */
    BookSide against(Direction direction) {
        return direction == Direction.LONG ? asks : bids;
    }

    /** The legs that wait on the side of a leg, best price first, then the earliest; for a STOP, the waiting STOPs. */
    TreeSet<Leg> waitingWith(Leg leg) {
        if (leg.type() == OrderType.STOP) return stops;
        return leg.isBuy() ? buys : sells;
    }

    TreeSet<Leg> buys() {
        return buys;
    }

    TreeSet<Leg> sells() {
        return sells;
    }

    /** The STOPs that are not filled, in order of arrival. */
    TreeSet<Leg> stops() {
        return stops;
    }
}

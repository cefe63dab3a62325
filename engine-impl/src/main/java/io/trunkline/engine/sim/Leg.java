package io.trunkline.engine.sim;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderType;

/** One side's interest in trading: an order, or one side of a quote. Guarded by the exchange's lock. */
final class Leg {

    private final Ticket ticket;
    private final OrderType type;
    private final Direction direction;
    private final Offset offset;
    private final double price;
    private final long arrival;
    private double remaining;
    private boolean triggered;
    private double boundToday;
    private double boundBefore;
    private long deposit;

    Leg(Ticket ticket, OrderType type, Direction direction, Offset offset, double price, double volume, long arrival) {
        this.ticket = ticket;
        this.type = type;
        this.direction = direction;
        this.offset = offset;
        this.price = price;
        this.remaining = volume;
        this.arrival = arrival;
    }

    Ticket ticket() {
        return ticket;
    }

    OrderType type() {
        return type;
    }

    Direction direction() {
        return direction;
    }

    Offset offset() {
        return offset;
    }

    double price() {
        return price;
    }

    /** Its place among all that arrived. */
    long arrival() {
        return arrival;
    }

    double remaining() {
        return remaining;
    }

    boolean isFilled() {
        return remaining == 0;
    }

    boolean isBuy() {
        return direction == Direction.LONG;
    }

    void fill(double volume) {
        remaining = Lots.minus(remaining, volume);
    }

    /** Whether it trades at a price of the other side. */
    boolean accepts(double otherPrice) {
        if (type == OrderType.MARKET || type == OrderType.STOP) return true;
        return isBuy() ? otherPrice <= price : otherPrice >= price;
    }

    /** Whether it is a STOP whose trigger was reached. */
    boolean isTriggered() {
        return triggered;
    }

    void trigger() {
        triggered = true;
    }

    /** Lots of today's position that it keeps from being closed by others. */
    double boundToday() {
        return boundToday;
    }

    /** Lots of earlier days' position that it keeps from being closed by others. */
    double boundBefore() {
        return boundBefore;
    }

    void bindLots(double today, double before) {
        boundToday = today;
        boundBefore = before;
    }

    /** The money that it binds, in ten-thousandths. */
    long deposit() {
        return deposit;
    }

    void bindDeposit(long tenThousandths) {
        deposit = tenThousandths;
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Trade;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is held of one instrument at one gateway, followed through positions, orders and trades. Guarded by its
 * converter.
 */
final class Holding {

    final Side bought = new Side();
    final Side sold = new Side();
    private final boolean splitsByDay;
    private final Map<Id, Order> closing = new LinkedHashMap<>(); // the active ones, as they arrived and so freeze
    private final Bound boundBought = new Bound();
    private final Bound boundSold = new Bound();

    /** A holding of an instrument whose exchange keeps today's and yesterday's lots apart, or does not. */
    Holding(boolean splitsByDay) {
        this.splitsByDay = splitsByDay;
    }

    /** The side that an order of a direction closes. */
    Side closedBy(Direction direction) {
        return direction == Direction.LONG ? sold : bought;
    }

    private Side openedBy(Direction direction) {
        return direction == Direction.LONG ? bought : sold;
    }

    void report(Position position) {
        openedBy(position.direction()).report(position.volume(), position.ydVolume());
    }

    void order(Order order) {
        boolean closes = order.isActive() && order.offset().closes();
        Order before = closes ? closing.put(order.id(), order) : closing.remove(order.id());
        if (before != null) bound(before).remove(before);
        if (closes) bound(order).add(order);
        freeze();
    }

    void forget(Id order) {
        Order before = closing.remove(order);
        if (before != null) bound(before).remove(before);
        freeze();
    }

    private Bound bound(Order order) {
        return closedBy(order.direction()) == bought ? boundBought : boundSold;
    }

    void trade(Trade trade) {
        Side closed = closedBy(trade.direction());
        switch (trade.offset()) {
            case OPEN -> openedBy(trade.direction()).open(trade.volume());
            case CLOSETODAY -> closed.closeToday(trade.volume());
            case CLOSEYESTERDAY -> closed.closeYesterday(trade.volume());
            case CLOSE -> {
                if (splitsByDay) closed.closeYesterday(trade.volume());
                else closed.closeTodayFirst(trade.volume());
            }
            case NONE -> { }
        }
        bought.total();
        sold.total();
        bought.capFrozen();
        sold.capFrozen();
    }

    private void freeze() {
        bought.thaw();
        sold.thaw();
        if (boundBought.suffices() && boundSold.suffices()) {
            boundBought.freeze(bought);
            boundSold.freeze(sold);
        } else {
            for (Order order : closing.values()) freeze(order.offset(), closedBy(order.direction()), order.remaining());
        }
        bought.capFrozen();
        sold.capFrozen();
    }

    private static void freeze(Offset offset, Side side, double lots) {
        switch (offset) {
            case CLOSETODAY -> side.freezeToday(lots);
            case CLOSEYESTERDAY -> side.freezeYesterday(lots);
            case CLOSE -> side.freezeTodayFirst(lots);
            case OPEN, NONE -> { }
        }
    }
}

package io.trunkline.rmi.gateway;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Trade;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Takes a gateway's events as they come, without books that mend anything. Guarded by its monitor. */
final class RecordingSink implements EventSink {

    private final Map<Id, Order> orders = new HashMap<>();
    private final Map<Id, Trade> trades = new HashMap<>();
    private final Set<String> marks = new HashSet<>();
    private long backwards;
    private long doubled;

    @Override
    public synchronized void publish(Event event) {
        if (event instanceof Order order) {
            Order before = orders.put(order.id(), order);
            if (before != null && isLater(before, order)) backwards++;
        } else if (event instanceof Trade trade) {
            if (trades.put(trade.id(), trade) != null) doubled++;
        } else if (event instanceof LogEntry entry) {
            marks.add(entry.message());
        }
    }

    private static boolean isLater(Order before, Order order) {
        return before.traded() > order.traded() || before.status().rank() > order.status().rank();
    }

    synchronized Order order(Id id) {
        return orders.get(id);
    }

    synchronized Trade trade(Id id) {
        return trades.get(id);
    }

    synchronized int size() {
        return orders.size() + trades.size();
    }

    synchronized boolean hasMark(String mark) {
        return marks.contains(mark);
    }

    /** States of orders that came after later ones. */
    synchronized long backwards() {
        return backwards;
    }

    /** Trades that came again. */
    synchronized long doubled() {
        return doubled;
    }

    @Override
    public void awaitRoom() {
        // there is always room
    }

    @Override
    public Duration lag() {
        return Duration.ZERO;
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The orders; an older state never replaces a newer one. The event thread writes, any thread reads. */
final class OrderBook {

    private final Ledger<Order> ledger = new Ledger<>();
    private final Map<Long, Order> active = new ConcurrentSkipListMap<>(); // by number of arrival

    /** Keeps an order's state, unless a newer one is known: then it answers false. */
    boolean put(Order order) {
        Order last = ledger.last(order.id());
        if (last != null && outdated(last, order)) return false;
        long number = ledger.put(order.id(), order);
        if (order.isActive()) active.put(number, order);
        else active.remove(number);
        return true;
    }

    private static boolean outdated(Order last, Order next) {
        if (overtaken(last.status(), next.status()) || next.traded() < last.traded()) return true;
        return next.traded() == last.traded() && next.status().rank() < last.status().rank();
    }

    /** Whether the last state is final and the next is another. */
    static boolean overtaken(Status last, Status next) {
        return !last.isActive() && next != last;
    }

    List<Order> remove(Set<Id> ids, String gateway) {
        List<Order> removed = ledger.remove(ids, gateway);
        active.values().removeAll(Set.copyOf(removed));
        return removed;
    }

    Optional<Order> find(Id id) {
        return ledger.find(id);
    }

    List<Order> all() {
        return ledger.all();
    }

    List<Order> active() {
        return List.copyOf(active.values());
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
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
        if (last != null && !order.mayFollow(last)) return false;
        long number = ledger.put(order.id(), order);
        if (order.isActive()) active.put(number, order);
        else active.remove(number);
        return true;
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

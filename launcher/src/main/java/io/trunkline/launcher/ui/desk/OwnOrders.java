package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the orders that this desk sent from all others, by a client key that nobody else gives: a reference can be
 * anybody's, and so can an owner's name. It also knows which of them are not in the books yet, and which of those are
 * not wanted any more. Everything is guarded by this object's monitor; safe for use by many threads.
 */
final class OwnOrders {

    /** The reference of orders that were typed by hand, as the model has it. */
    static final String REFERENCE = "ManualTrading";

    private final String prefix = "desk-" + UUID.randomUUID() + "-";
    private final Set<String> unseen = new HashSet<>(); // client keys of orders that may still come into the books
    private final Set<String> unwanted = new HashSet<>(); // of those that are to be cancelled then
    private long marked;

    /** The same order, marked as ours. */
    synchronized OrderRequest mark(OrderRequest request) {
        String key = prefix + ++marked;
        unseen.add(key);
        return request.withReference(REFERENCE).withClientKey(key);
    }

    /** Takes note of what became of an order of ours; hands the outcome on. */
    synchronized Outcome sent(OrderRequest request, Outcome outcome) {
        boolean isOver = outcome instanceof Outcome.Refused || outcome instanceof Outcome.NeverReceived;
        if (isOver) forget(request.clientKey());
        return outcome;
    }

    /** Forgets an order of ours that will not be sent; it never comes into the books. */
    synchronized void forget(String clientKey) {
        unseen.remove(clientKey);
        unwanted.remove(clientKey);
    }

    /** Lets those that are not in the books yet be unwanted from now on. */
    synchronized void dropUnseen() {
        unwanted.addAll(unseen);
    }

    /** Whether any is unwanted that did not come into the books yet. */
    synchronized boolean hasUnwanted() {
        return !unwanted.isEmpty();
    }

    /** Whether an order was dropped before it was seen. */
    synchronized boolean isUnwanted(String clientKey) {
        return unwanted.contains(clientKey);
    }

    /** Takes note that an order is in the books. Returns whether it was unwanted until this call, and can trade. */
    synchronized boolean takeUnwanted(Order order) {
        unseen.remove(order.clientKey());
        return unwanted.remove(order.clientKey()) && order.isActive();
    }

    /** Takes note that an order is in the books, unless it is unwanted, and returns whether it is. */
    synchronized boolean isUnwantedElseSeen(Order order) {
        if (isUnwanted(order.clientKey())) return true;
        unseen.remove(order.clientKey());
        return false;
    }

    boolean isOwn(Order order) {
        return order.clientKey().startsWith(prefix);
    }

    /** Ours among some orders, those that can still trade. */
    List<Order> activeOf(List<Order> orders) {
        return orders.stream().filter(order -> order.isActive() && isOwn(order)).toList();
    }
}

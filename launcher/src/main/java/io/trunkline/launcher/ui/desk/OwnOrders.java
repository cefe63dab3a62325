package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the orders that this desk sent from all others, by a client key that nobody else gives: a reference can be
 * anybody's, and so can an owner's name. Safe for use by many threads.
 */
final class OwnOrders {

    /** The reference of orders that were typed by hand, as the model has it. */
    static final String REFERENCE = "ManualTrading";

    private final String prefix = "desk-" + UUID.randomUUID() + "-";
    private final AtomicLong sent = new AtomicLong();

    /** The same order, marked as ours. */
    OrderRequest mark(OrderRequest request) {
        return request.withReference(REFERENCE).withClientKey(prefix + sent.incrementAndGet());
    }

    boolean isOwn(Order order) {
        return order.clientKey().startsWith(prefix);
    }

    /** Ours among some orders, those that can still trade. */
    List<Order> activeOf(List<Order> orders) {
        return orders.stream().filter(order -> order.isActive() && isOwn(order)).toList();
    }
}

package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells the orders that this desk sent from all others, by a client key that nobody else gives: a reference can be
 * anybody's, and so can an owner's name. Safe for use by many threads.
 */
final class OwnOrders {

    /** The reference of orders that were typed by hand, as the model has it. */
    static final String REFERENCE = "ManualTrading";

    private static final long MOST_WAIT = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final String prefix = "desk-" + UUID.randomUUID() + "-";
    private final AtomicLong sent = new AtomicLong();
    private final Set<Id> unseen = ConcurrentHashMap.newKeySet(); // accepted, not yet found in the books

    /** The same order, marked as ours. */
    OrderRequest mark(OrderRequest request) {
        return request.withReference(REFERENCE).withClientKey(prefix + sent.incrementAndGet());
    }

    /** Remembers an order of ours that was accepted; hands the outcome on. */
    Outcome sent(Outcome outcome) {
        outcome.acceptedId().ifPresent(unseen::add);
        return outcome;
    }

    boolean isOwn(Order order) {
        return order.clientKey().startsWith(prefix);
    }

    /** Ours that can still trade. Waits a short time for those that were accepted but are not in the books yet. */
    List<Order> active(Books books) {
        long begin = System.nanoTime();
        while (isAnyUnseen(books) && System.nanoTime() - begin < MOST_WAIT && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE);
        }
        unseen.clear();
        return activeOf(books.activeOrders());
    }

    private boolean isAnyUnseen(Books books) {
        unseen.removeIf(id -> books.order(id).isPresent());
        return !unseen.isEmpty();
    }

    /** Ours among some orders, those that can still trade. */
    List<Order> activeOf(List<Order> orders) {
        return orders.stream().filter(order -> order.isActive() && isOwn(order)).toList();
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import java.util.Optional;

/**
 * Waits for orders to end. The event thread wakes the waiting one.
 *
 * <p>The orders themselves are read from the books, so none is missed that ended before the wait began.
 */
final class OrderWait implements AutoCloseable {

    private static final long LONGEST_LOOK_MILLIS = 1_000;

    private final MainEngine engine;
    private final Registration registration;

    private OrderWait(MainEngine engine) {
        this.engine = engine;
        this.registration = engine.events().on(Order.class, this::onOrder);
    }

    static OrderWait of(MainEngine engine) {
        return new OrderWait(engine);
    }

    private synchronized void onOrder(Order order) {
        notifyAll();
    }

    /** Waits until an order cannot trade any more, and returns it. */
    synchronized Order awaitEnd(Id id) throws InterruptedException {
        while (true) {
            Optional<Order> order = engine.order(id);
            if (order.isPresent() && !order.get().isActive()) return order.get();
            wait(LONGEST_LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.time.Instant;
import java.util.List;

/** An order that the exchange took. Guarded by the exchange's lock. */
final class OrderTicket implements Ticket {

    private final Leg leg;
    private Order order;

    OrderTicket(Order order, long arrival) {
        this.order = order;
        this.leg = new Leg(this, order.type(), order.direction(), order.offset(), order.price(), order.volume(),
                arrival);
    }

    @Override
    public Id id() {
        return order.id();
    }

    @Override
    public InstrumentId instrument() {
        return order.instrument();
    }

    @Override
    public Status status() {
        return order.status();
    }

    @Override
    public List<Leg> legs() {
        return List.of(leg);
    }

    Leg leg() {
        return leg;
    }

    @Override
    public Event moveTo(Status status, Instant time, String message) {
        order = order.toBuilder().status(status).traded(Lots.minus(order.volume(), leg.remaining())).time(time)
                .message(message).build();
        return order;
    }

    @Override
    public Trade.Builder trade() {
        return Trade.builder().orderId(order.id()).gateway(order.gateway()).instrument(order.instrument())
                .reference(order.reference()).clientKey(order.clientKey()).owner(order.owner());
    }
}

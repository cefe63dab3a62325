package io.trunkline.engine.sim;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A two-sided quote that the exchange took: two limit orders under one id. Guarded by the exchange's lock. */
final class QuoteTicket implements Ticket {

    private final List<Leg> legs = new ArrayList<>(2);
    private Quote quote;

    QuoteTicket(Quote quote, long arrival) {
        this.quote = quote;
        if (quote.bidVolume() > 0) {
            legs.add(new Leg(this, OrderType.LIMIT, Direction.LONG, quote.bidOffset(), quote.bidPrice(),
                    quote.bidVolume(), arrival));
        }
        if (quote.askVolume() > 0) {
            legs.add(new Leg(this, OrderType.LIMIT, Direction.SHORT, quote.askOffset(), quote.askPrice(),
                    quote.askVolume(), arrival));
        }
    }

    @Override
    public Id id() {
        return quote.id();
    }

    @Override
    public InstrumentId instrument() {
        return quote.instrument();
    }

    String owner() {
        return quote.owner();
    }

    @Override
    public Status status() {
        return quote.status();
    }

    @Override
    public List<Leg> legs() {
        return legs;
    }

    @Override
    public Event moveTo(Status status, Instant time, String message) {
        quote = quote.toBuilder().status(status).time(time).message(message).build();
        return quote;
    }

    @Override
    public Trade.Builder trade() {
        return Trade.builder().orderId(quote.id()).gateway(quote.gateway()).instrument(quote.instrument())
                .reference(quote.reference()).clientKey(quote.clientKey()).owner(quote.owner());
    }
}

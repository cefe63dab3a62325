package io.trunkline.engine.core;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The first stage on the event thread: takes events into the books; orders, trades and quotes with the owner, reference
 * and client key that they were sent with, should their gateway not tell them. What it does tell is left as it is, and
 * so is all that comes from behind a gateway, where another engine says whose it is.
 *
 * <p>For the event thread; {@link #learned} for any.
 */
final class Attribution {

    private final CoreBooks books;
    private final KeyMemory keys;
    private volatile Consumer<Event> publisher = event -> { };

    Attribution(CoreBooks books, KeyMemory keys) {
        this.books = books;
        this.keys = keys;
    }

    /** Where it publishes records once more of which it learned too late whose they are. */
    void correctTo(Consumer<Event> events) {
        publisher = events;
    }

    /** The event as the books took it; null if it repeats or is older than what is known. */
    Event apply(Event event) {
        if (event instanceof Tick) return books.apply(event) ? event : null;
        Event whole = attributed(event);
        if (!books.apply(whole)) return null;
        correct(whole); // its sender may have become known since
        return whole;
    }

    /** It is known from now on who sent what is reported under an id. */
    void learned(Id id) {
        books.order(id).ifPresent(this::correct);
        books.quote(id).ifPresent(this::correct);
    }

    /** Publishes what is in the books once more if they do not have its sender, and it is known now. */
    private void correct(Event known) {
        boolean isOpen = known instanceof Order order && order.clientKey().isEmpty()
                || known instanceof Quote quote && quote.clientKey().isEmpty();
        if (!isOpen) return;
        Event whole = attributed(known);
        if (whole != known) publisher.accept(whole);
    }

    private Event attributed(Event event) {
        if (event instanceof Order order && isOwn(order.gateway())) {
            Sender told = Sender.of(order);
            Sender sender = sender(told, order.id(), () -> ofOrder(order.id()));
            return sender == told ? order : sender.on(order);
        }
        if (event instanceof Trade trade && isOwn(trade.gateway())) {
            Sender told = Sender.of(trade);
            Id id = trade.orderId();
            Sender sender = sender(told, id, () -> ofOrder(id).or(() -> ofQuote(id)));
            return sender == told ? trade : sender.on(trade);
        }
        if (event instanceof Quote quote && isOwn(quote.gateway())) {
            Sender told = Sender.of(quote);
            Sender sender = sender(told, quote.id(), () -> ofQuote(quote.id()));
            return sender == told ? quote : sender.on(quote);
        }
        return event;
    }

    private Optional<Sender> ofOrder(Id id) {
        return books.order(id).map(Sender::of);
    }

    private Optional<Sender> ofQuote(Id id) {
        return books.quote(id).map(Sender::of);
    }

    private static boolean isOwn(String path) {
        return path.indexOf('.') < 0;
    }

    /** What is told of a sender, with its gaps filled by what the books know of the id, or else by what was sent. */
    private Sender sender(Sender told, Id id, Supplier<Optional<Sender>> recorded) {
        if (!told.hasGaps()) return told;
        Sender known = recorded.get().filter(sender -> !sender.clientKey().isEmpty())
                .orElseGet(() -> keys.sender(id, told.clientKey()));
        return known == null ? told : told.filledFrom(known);
    }
}

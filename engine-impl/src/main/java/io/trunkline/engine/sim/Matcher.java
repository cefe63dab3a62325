package io.trunkline.engine.sim;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Matches legs against the recorded book. A fill is at the book's price, level by level, whether the leg arrived just
 * now or was waiting when the book came to it; never more than the book shows, and no shown lot twice. Waiting legs go
 * by price, then by arrival; triggered STOPs go first, as any price will do for them. Our own orders never trade with
 * each other. Guarded by the exchange's lock.
 */
final class Matcher {

    private final String gateway;
    private final EventSink sink;
    private final Ledger ledger;
    private final Ids ids;
    private final Supplier<Instant> time;
    private final Consumer<Ticket> done;
    private long trades; // read by monitors under the lock

    /** {@code done} is told of each order and quote that has come to its end. */
    Matcher(String gateway, EventSink sink, Ledger ledger, Ids ids, Supplier<Instant> time, Consumer<Ticket> done) {
        this.gateway = gateway;
        this.sink = sink;
        this.ledger = ledger;
        this.ids = ids;
        this.time = time;
        this.done = done;
    }

    /** Trades what a new leg can trade at once, and lets the rest wait or ends it, as its type wants. */
    void arrive(Market market, Leg leg) {
        switch (leg.type()) {
            case LIMIT -> {
                take(market, leg);
                if (!leg.isFilled()) market.waitingWith(leg).add(leg);
            }
            case STOP -> {
                market.stops().add(leg);
                tryStop(market, leg);
            }
            case MARKET, FAK -> {
                take(market, leg);
                if (!leg.isFilled()) end(market, leg.ticket(), Status.CANCELLED, exhausted(market, leg));
            }
            case FOK -> {
                double available = market.against(leg.direction()).availableAt(leg.price());
                if (!Lots.exceeds(leg.remaining(), available)) take(market, leg);
                else end(market, leg.ticket(), Status.CANCELLED, tooFew(market, leg, available));
            }
            case RFQ, ETF -> throw new IllegalArgumentException("unchecked type " + leg.type());
        }
    }

    /** Trades what waits and can trade in the book that a tick has just shown. */
    void onTick(Market market) {
        for (Leg stop : market.stops().isEmpty() ? List.<Leg>of() : List.copyOf(market.stops())) tryStop(market, stop);
        takeWaiting(market, market.buys());
        takeWaiting(market, market.sells());
    }

    private void takeWaiting(Market market, TreeSet<Leg> waiting) {
        while (!waiting.isEmpty()) {
            Leg best = waiting.first();
            take(market, best);
            if (!best.isFilled()) return; // the others are no better
        }
    }

    private void tryStop(Market market, Leg stop) {
        double shown = market.against(stop.direction()).shownPrice();
        boolean reached = shown > 0 && (stop.isBuy() ? shown >= stop.price() : shown <= stop.price());
        if (reached) stop.trigger();
        if (stop.isTriggered()) take(market, stop);
    }

    private void take(Market market, Leg leg) {
        BookSide book = market.against(leg.direction());
        while (!leg.isFilled()) {
            double price = book.bestPrice();
            if (price == 0 || !leg.accepts(price)) return;
            fill(market, leg, book.take(leg.remaining()), price);
        }
    }

    private void fill(Market market, Leg leg, double volume, double price) {
        leg.fill(volume);
        Ticket ticket = leg.ticket();
        sink.publish(ticket.moveTo(ticket.statusAfterFill(), time.get(), ""));
        sink.publish(ticket.trade().id(Id.of(gateway, ids.next())).direction(leg.direction()).offset(leg.offset())
                .price(price).volume(volume).time(time.get()).build());
        trades++;
        ledger.fill(market, leg, volume, price);
        if (leg.isFilled()) market.waitingWith(leg).remove(leg);
        if (!ticket.status().isActive()) done.accept(ticket);
    }

    /** Ends what is left of an order or quote. */
    void end(Market market, Ticket ticket, Status status, String message) {
        for (Leg leg : ticket.legs()) {
            market.waitingWith(leg).remove(leg);
            ledger.release(market, leg);
        }
        sink.publish(ticket.moveTo(status, time.get(), message));
        done.accept(ticket);
    }

    long trades() {
        return trades;
    }

    private static String exhausted(Market market, Leg leg) {
        String rest = Lots.text(leg.remaining()) + " lots cancelled: ";
        if (market.tick() == null) {
            return rest + "no tick of " + market.contract().instrument() + " has shown a book yet today";
        }
        if (market.against(leg.direction()).bestPrice() == 0) return rest + "the book shows no more volume";
        return rest + "the book shows no more volume at " + Lots.text(leg.price()) + " or better";
    }

    private static String tooFew(Market market, Leg leg, double available) {
        if (market.tick() == null) return exhausted(market, leg);
        return Lots.text(leg.remaining()) + " lots cancelled: the book shows only " + Lots.text(available) + " at "
                + Lots.text(leg.price()) + " or better";
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The simulated exchange: it shows recorded ticks, takes orders and quotes, and matches them.
 *
 * <p>Thread-safe: its monitor guards all of its state and that of its parts, and everything is published under it, so
 * that events come in the order of what happened. Nothing under it blocks. Orders and trades bear the replayed time.
 */
final class Exchange {

    private final String gateway;
    private final EventSink sink;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<InstrumentId, Market> markets = new LinkedHashMap<>();
    private final Map<Id, Ticket> orders = new LinkedHashMap<>();
    private final Map<Id, Ticket> quotes = new LinkedHashMap<>();
    private final Map<Id, Ticket> active = new LinkedHashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>(); // by client key
    private final Ledger ledger;
    private final Matcher matcher;
    private Instant replayed; // null before the first tick
    private long tradingDay = Long.MIN_VALUE;
    private long arrivals;

    Exchange(GatewayContext context, Ids ids, SimSettings settings, Collection<Contract> contracts,
            LongSupplier nanos) {
        this.gateway = context.name();
        this.sink = context.sink();
        this.clock = context.clock();
        this.ids = ids;
        contracts.forEach(contract -> markets.put(contract.instrument(), new Market(contract)));
        this.ledger = new Ledger(gateway, sink, settings, markets.values(), nanos);
        this.matcher = new Matcher(gateway, sink, ledger, ids, this::time, ticket -> active.remove(ticket.id()));
    }

    /** Publishes the contracts, the account and the positions. */
    synchronized void publishStart() {
        markets.values().forEach(market -> sink.publish(market.contract()));
        ledger.publishAccount();
        ledger.publishPositions();
    }

    /** Publishes a tick and trades what it makes tradable. A later trading day than the last one's is a new day. */
    synchronized void show(Tick tick, long day) {
        reach(day);
        sink.publish(tick);
        match(tick);
    }

    /** The same for a tick that others publish. */
    synchronized void follow(Tick tick, long day) {
        reach(day);
        match(tick);
    }

    private void reach(long day) {
        if (tradingDay == Long.MIN_VALUE) tradingDay = day;
        if (day > tradingDay) endDay(day);
    }

    private void match(Tick tick) {
        replayed = tick.time();
        Market market = markets.get(tick.instrument());
        market.show(tick);
        matcher.onTick(market);
        ledger.publishChanges();
        ledger.publishMove();
    }

    private void endDay(long day) {
        tradingDay = day;
        for (Ticket ticket : List.copyOf(active.values())) end(ticket, "end of day");
        ledger.rollDay();
        markets.values().forEach(Market::clearBook);
        ledger.publishChanges();
    }

    /** Lists one more contract, without publishing it. */
    synchronized void list(Contract contract) {
        markets.putIfAbsent(contract.instrument(), new Market(contract));
    }

    /** Cancels all that is active. */
    synchronized void cancelAll(String message) {
        for (Ticket ticket : List.copyOf(active.values())) end(ticket, message);
        ledger.publishChanges();
    }

    /** The ids of the positions that were published. */
    synchronized Set<Id> positions() {
        return ledger.positions();
    }

    /** Publishes positions and account as they are worth now. */
    synchronized void publishValues() {
        ledger.publishValues();
    }

    synchronized void publishAccount() {
        ledger.publishAccount();
    }

    synchronized void publishPositions() {
        ledger.publishPositions();
    }

    /**
     * Takes an order. One that fails a check is published as REJECTED and refused with the same words; one of an
     * unknown instrument is only refused, as there is nothing to keep it under.
     */
    synchronized Outcome send(OrderRequest request) {
        Market market = markets.get(request.instrument());
        if (market == null) return keep(request.clientKey(), unknown(request.instrument()));
        Order order = Order.of(request, gateway, ids.next());
        OrderTicket ticket = new OrderTicket(order, ++arrivals);
        orders.put(ticket.id(), ticket);
        Optional<Refusal> refusal = OrderChecks.check(ticket.leg(), market)
                .or(() -> ledger.check(market, ticket.leg(), 0));
        return keep(request.clientKey(), accept(market, ticket, refusal));
    }

    /** Takes a quote, as {@link #send} does an order. It replaces the owner's active quote of the instrument. */
    synchronized Outcome send(QuoteRequest request) {
        Market market = markets.get(request.instrument());
        if (market == null) return keep(request.clientKey(), unknown(request.instrument()));
        QuoteTicket ticket = new QuoteTicket(Quote.of(request, gateway, ids.next()), ++arrivals);
        quotes.put(ticket.id(), ticket);
        Optional<Refusal> refusal = checkQuote(market, ticket);
        return keep(request.clientKey(), accept(market, ticket, refusal));
    }

    private Optional<Refusal> checkQuote(Market market, QuoteTicket quote) {
        for (Leg leg : quote.legs()) {
            Optional<Refusal> refusal = OrderChecks.check(leg, market);
            if (refusal.isPresent()) return refusal.map(reason -> ofSide(leg, reason));
        }
        for (Ticket other : List.copyOf(active.values())) {
            boolean replaced = other instanceof QuoteTicket old && old.owner().equals(quote.owner())
                    && old.instrument().equals(quote.instrument());
            if (replaced) end(other, "replaced by a new quote");
        }
        long deposits = 0;
        for (Leg leg : quote.legs()) {
            Optional<Refusal> refusal = ledger.check(market, leg, deposits);
            if (refusal.isPresent()) return refusal.map(reason -> ofSide(leg, reason));
            deposits += ledger.depositOf(market, leg);
        }
        return Optional.empty();
    }

    private static Refusal ofSide(Leg leg, Refusal refusal) {
        return new Refusal(refusal.rule(), (leg.isBuy() ? "bid: " : "ask: ") + refusal.message());
    }

    private Outcome accept(Market market, Ticket ticket, Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            sink.publish(ticket.moveTo(Status.REJECTED, time(), refusal.get().message()));
            ledger.publishChanges();
            return new Outcome.Refused(refusal.get());
        }
        active.put(ticket.id(), ticket);
        sink.publish(ticket.moveTo(Status.SUBMITTING, time(), ""));
        ticket.legs().forEach(leg -> ledger.bind(market, leg));
        for (Leg leg : ticket.legs()) matcher.arrive(market, leg);
        if (ticket.status() == Status.SUBMITTING) sink.publish(ticket.moveTo(Status.NOTTRADED, time(), ""));
        ledger.publishChanges();
        return Outcome.accepted(ticket.id());
    }

    synchronized Outcome cancelOrder(Id id) {
        return cancel(id, orders, "order");
    }

    synchronized Outcome cancelQuote(Id id) {
        return cancel(id, quotes, "quote");
    }

    private Outcome cancel(Id id, Map<Id, Ticket> among, String kind) {
        Ticket ticket = among.get(id);
        if (ticket == null) return Outcome.refused("unknown-" + kind, "there is no " + kind + " " + id);
        if (!ticket.status().isActive()) {
            return Outcome.refused("not-active", kind + " " + id + " is " + ticket.status());
        }
        end(ticket, "cancelled by its sender");
        ledger.publishChanges();
        return Outcome.accepted(id);
    }

    private void end(Ticket ticket, String message) {
        matcher.end(markets.get(ticket.instrument()), ticket, Status.CANCELLED, message);
    }

    private Outcome keep(String clientKey, Outcome outcome) {
        if (!clientKey.isEmpty()) outcomes.put(clientKey, outcome);
        return outcome;
    }

    /** What became of the last order or quote with a client key. */
    synchronized Outcome outcome(String clientKey) {
        Outcome outcome = outcomes.get(clientKey);
        return outcome != null ? outcome : new Outcome.NeverReceived(clientKey);
    }

    /** The refusal of an instrument that is not listed; it says what is. */
    synchronized Outcome unknown(InstrumentId instrument) {
        List<String> known = markets.keySet().stream().map(InstrumentId::toString).limit(10).toList();
        return Outcome.refused("unknown-contract", gateway + " does not list " + instrument + "; it lists "
                + String.join(", ", known) + (markets.size() > 10 ? " and " + (markets.size() - 10) + " more" : ""));
    }

    synchronized boolean lists(InstrumentId instrument) {
        return markets.containsKey(instrument);
    }

    synchronized long orderCount() {
        return orders.size();
    }

    synchronized long tradeCount() {
        return matcher.trades();
    }

    private Instant time() {
        return replayed != null ? replayed : clock.instant();
    }
}

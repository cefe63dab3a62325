package io.trunkline.faults;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * An exchange whose every event is different from all others, so that a checker can tell them apart: it counts its
 * orders, trades, log entries and ticks, and its position and account change with each. It knows orders by their keys,
 * and carries one out as often as it is asked to. Safe from any thread.
 */
public final class ScriptedExchange implements Gateway {

    /** The name and type of a gateway that is a scripted exchange. */
    public static final String NAME = "SCRIPT";

    /** What it trades. */
    public static final InstrumentId INSTRUMENT = InstrumentId.parse("rb2610.SHFE");

    /** Makes scripted exchanges. */
    public static final class Provider implements GatewayProvider {

        /** A provider for an engine's own code. */
        public Provider() {}

        @Override
        public String type() {
            return NAME;
        }

        @Override
        public String description() {
            return "An exchange that counts what it publishes";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of();
        }

        @Override
        public Set<Exchange> exchanges() {
            return EnumSet.of(Exchange.SHFE);
        }

        @Override
        public Gateway create(GatewayContext context) {
            return new ScriptedExchange(context);
        }
    }

    private static final double PRICE = 3000;

    private final GatewayContext context;
    private final AtomicLong counter = new AtomicLong();
    private final AtomicLong tickCounter = new AtomicLong();
    private final Map<String, Queue<Id>> byKey = new ConcurrentHashMap<>();
    private final Map<Id, Order> resting = new ConcurrentHashMap<>();
    private volatile UnaryOperator<Outcome> answering = UnaryOperator.identity();
    private volatile GatewayStatus status;

    private ScriptedExchange(GatewayContext context) {
        this.context = context;
        this.status = new GatewayStatus(context.name(), GatewayState.DOWN, "", context.clock().instant());
    }

    /**
     * Publishes one of each: an order that rests, trades and is filled, its trade, position and account, a quote and a
     * log entry.
     */
    public void publishRound() {
        Order order = orderOf(OrderRequest.limit(name(), INSTRUMENT, Direction.LONG, Offset.OPEN, 2, PRICE));
        publish(order, order.toBuilder().status(Status.NOTTRADED).build());
        fill(order, 1);
        long number = counter.incrementAndGet();
        publish(Quote.of(QuoteRequest.of(name(), INSTRUMENT, PRICE, 1, PRICE + 1, 1, Offset.OPEN, Offset.OPEN), name(),
                        "q" + number),
                new LogEntry(name(), LogLevel.INFO, "log entry " + number, context.clock().instant()));
        fill(order, 2);
    }

    private void fill(Order order, double traded) {
        long number = counter.incrementAndGet();
        publish(Trade.builder().id(Id.of(name(), "t" + number)).orderId(order.id()).gateway(name())
                        .instrument(INSTRUMENT).direction(order.direction()).offset(order.offset()).price(PRICE)
                        .volume(1).clientKey(order.clientKey()).owner(order.owner()).build(),
                order.toBuilder().traded(traded).status(traded < order.volume() ? Status.PARTTRADED : Status.ALLTRADED)
                        .build(),
                new Position(name(), INSTRUMENT, Direction.LONG, number, 0, PRICE, number, 0),
                Account.of(name(), "main", number, 0));
    }

    /** Publishes so many ticks, each with the next number. */
    public void publishTicks(int count) {
        for (int i = 0; i < count; i++) {
            long number = tickCounter.incrementAndGet();
            publish(Tick.builder().gateway(name()).instrument(INSTRUMENT).time(context.clock().instant())
                    .name(INSTRUMENT.symbol()).volume(number).lastPrice(PRICE + number % 7)
                    .depth(Depth.ofLevels(PRICE, 3, PRICE + 1, 4)).build());
        }
    }

    /** How many ticks it published. */
    public long ticks() {
        return tickCounter.get();
    }

    /** The ids of the orders that were sent with a key. */
    public List<Id> orders(String clientKey) {
        return List.copyOf(byKey.getOrDefault(clientKey, new ConcurrentLinkedQueue<>()));
    }

    /** Has every answer to an order, which is at the exchange by then, pass through a function, which may block. */
    public void answer(UnaryOperator<Outcome> function) {
        answering = function;
    }

    private void publish(Event... events) {
        for (Event event : events) context.sink().publish(event);
    }

    private Order orderOf(OrderRequest request) {
        return Order.of(request, name(), "o" + counter.incrementAndGet());
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public void connect(Settings settings) {
        publish(Contract.builder().gateway(name()).instrument(INSTRUMENT).name("steel").product(Product.FUTURES)
                .size(10).priceTick(1).build());
        report(GatewayState.LIVE);
    }

    private void report(GatewayState state) {
        status = new GatewayStatus(name(), state, "", context.clock().instant());
        publish(status);
    }

    @Override
    public GatewayStatus status() {
        return status;
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        return Outcome.accepted(Id.of(request.gateway(), request.instrument().toString()));
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return Outcome.accepted(Id.of(request.gateway(), request.instrument().toString()));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        Order order = orderOf(request);
        byKey.computeIfAbsent(request.clientKey(), key -> new ConcurrentLinkedQueue<>()).add(order.id());
        resting.put(order.id(), order);
        publish(order, order.toBuilder().status(Status.NOTTRADED).build());
        return answering.apply(Outcome.accepted(order.id()));
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        Order order = resting.remove(request.id());
        if (order == null) return Outcome.refused("unknown-order", "there is no active order " + request.id());
        publish(order.toBuilder().status(Status.CANCELLED).build());
        return Outcome.accepted(request.id());
    }

    @Override
    public void queryAccounts(String path) {}

    @Override
    public void queryPositions(String path) {}

    @Override
    public Outcome outcome(String clientKey) {
        return orders(clientKey).stream().findFirst().map(Outcome::accepted)
                .orElseGet(() -> new Outcome.NeverReceived(clientKey));
    }

    @Override
    public void close() {
        report(GatewayState.DOWN);
    }
}

package io.trunkline.examples.walk;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Publishes ticks with five levels of depth from a thread of its own, the same prices for each instrument. Fills an
 * order at the last price at once, or refuses it if its limit forbids that.
 */
final class WalkGateway implements Gateway {

    private static final int MOST_INSTRUMENTS = 1_000;
    private static final String NAME = "random walk";
    private static final int LEVELS = Depth.MAX_LEVELS;

    private final GatewayContext context;
    private final EventSink sink;
    private final Random random = new Random();
    private ScheduledExecutorService ticks; // this and the following: guarded by this; null while not connected
    private GatewayStatus status;
    private double price = 1000;
    private List<InstrumentId> instruments = List.of();
    private final Map<InstrumentId, Double> held = new HashMap<>();
    private long lastId;

    WalkGateway(GatewayContext context) {
        this.context = context;
        this.sink = context.sink();
        this.status = new GatewayStatus(name(), GatewayState.DOWN, "", context.clock().instant());
        this.lastId = context.clock().millis(); // never again the ids of an earlier run
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public synchronized void connect(Settings settings) {
        if (ticks != null) return;
        long interval = Math.max(1, settings.duration("interval").toMillis());
        instruments = instruments(settings.integer("instruments", 1, MOST_INSTRUMENTS));
        moveTo(GatewayState.SYNCING);
        instruments.forEach(instrument -> sink.publish(Contract.builder().gateway(name()).instrument(instrument)
                .name(NAME).product(Product.SPOT).priceTick(1).netPosition(true).build()));
        queryAccounts(name());
        queryPositions(name());
        moveTo(GatewayState.LIVE);
        ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "walk-" + name());
            thread.setDaemon(true);
            return thread;
        });
        ticks.scheduleAtFixedRate(this::tick, 0, interval, TimeUnit.MILLISECONDS);
    }

    /** WALK.LOCAL, WALK2.LOCAL and so on. */
    private static List<InstrumentId> instruments(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> InstrumentId.parse("WALK" + (number == 1 ? "" : number) + ".LOCAL")).toList();
    }

    private synchronized void tick() {
        price = Math.max(10, price + random.nextInt(-2, 3));
        Tick.Builder tick = Tick.builder().gateway(name()).name(NAME).time(context.clock().instant())
                .lastPrice(price).depth(depth());
        instruments.forEach(instrument -> sink.publish(tick.instrument(instrument).build()));
    }

    private Depth depth() {
        double[] values = new double[4 * LEVELS];
        for (int level = 1; level <= LEVELS; level++) {
            double[] bidAndAsk = {price - level, 10 * level, price + level, 10 * level};
            System.arraycopy(bidAndAsk, 0, values, 4 * (level - 1), bidAndAsk.length);
        }
        return Depth.ofLevels(values);
    }

    private void moveTo(GatewayState state) {
        status = new GatewayStatus(name(), state, "", context.clock().instant());
        sink.publish(status);
    }

    @Override
    public synchronized GatewayStatus status() {
        return status;
    }

    @Override
    public synchronized Outcome subscribe(SubscribeRequest request) {
        return isListed(request.instrument()) ? Outcome.accepted(Id.of(name(), request.instrument().toString()))
                : unknown(request.instrument());
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return subscribe(new SubscribeRequest(request.gateway(), request.instrument()));
    }

    private boolean isListed(InstrumentId instrument) {
        return instruments.contains(instrument);
    }

    private Outcome unknown(InstrumentId instrument) {
        return Outcome.refused("unknown-instrument", name() + " has no " + instrument + "; there are " + instruments);
    }

    @Override
    public synchronized Outcome sendOrder(OrderRequest request) {
        if (!isListed(request.instrument())) return unknown(request.instrument());
        if (ticks == null) return Outcome.refused("not-connected", name() + " is not connected");
        if (!isFilled(request)) {
            return Outcome.refused("at-once", "the price is " + price + ", and no order waits for another");
        }
        String local = Long.toString(++lastId);
        Order order = Order.of(request, name(), local);
        sink.publish(order);
        sink.publish(Trade.builder().id(Id.of(name(), local)).orderId(order.id()).gateway(name())
                .instrument(order.instrument()).direction(order.direction()).offset(order.offset()).price(price)
                .volume(order.volume()).time(context.clock().instant()).reference(order.reference())
                .clientKey(order.clientKey()).owner(order.owner()).build());
        sink.publish(order.toBuilder().traded(order.volume()).status(Status.ALLTRADED)
                .time(context.clock().instant()).build());
        held.merge(order.instrument(), order.direction() == Direction.LONG ? order.volume() : -order.volume(),
                Double::sum);
        queryPositions(name());
        return Outcome.accepted(order.id());
    }

    private boolean isFilled(OrderRequest request) {
        if (request.type() == OrderType.MARKET) return true;
        return request.direction() == Direction.LONG ? request.price() >= price : request.price() <= price;
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return Outcome.refused("not-active", "every order is filled at once");
    }

    @Override
    public void queryAccounts(String path) {
        sink.publish(Account.of(name(), "walker", 1_000_000, 0));
    }

    @Override
    public synchronized void queryPositions(String path) {
        instruments.forEach(instrument -> sink.publish(new Position(
                name(), instrument, Direction.NET, held.getOrDefault(instrument, 0.0), 0, price, 0, 0)));
    }

    @Override
    public synchronized void close() {
        if (ticks == null) return;
        ticks.shutdownNow();
        ticks = null;
        moveTo(GatewayState.DOWN);
    }
}

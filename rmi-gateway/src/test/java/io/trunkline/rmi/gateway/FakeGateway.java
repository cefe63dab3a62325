package io.trunkline.rmi.gateway;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An exchange by hand: it notes what it is asked, answers as it is told (orders and quotes are taken with ids that
 * count from {@link #firstId}), and publishes what a test gives it. Safe from any thread.
 */
final class FakeGateway implements Gateway {

    /** Makes fake gateways of a type. */
    record Provider(String type) implements GatewayProvider {

        @Override
        public String description() {
            return "an exchange by hand";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of();
        }

        @Override
        public Set<Exchange> exchanges() {
            return EnumSet.allOf(Exchange.class);
        }

        @Override
        public Gateway create(GatewayContext context) {
            return new FakeGateway(context);
        }
    }

    final Queue<Object> asked = new ConcurrentLinkedQueue<>();
    volatile int firstId = 7;
    volatile String idSuffix = "";
    volatile Function<OrderRequest, Outcome> onOrder = this::take;
    volatile Function<SubscribeRequest, Outcome> onSubscribe =
            request -> Outcome.accepted(Id.of(request.gateway(), request.instrument().toString()));
    volatile Function<HistoryRequest, History> onHistory = request -> History.bars(List.of());
    volatile Runnable onClose = () -> { };
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>(); // of orders, by client key
    private final GatewayContext context;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile GatewayStatus status;

    private FakeGateway(GatewayContext context) {
        this.context = context;
        this.status = new GatewayStatus(context.name(), GatewayState.DOWN, "", context.clock().instant());
    }

    EventSink sink() {
        return context.sink();
    }

    void publish(Event... events) {
        for (Event event : events) context.sink().publish(event);
    }

    /** Lists instruments. */
    void list(InstrumentId... instruments) {
        for (InstrumentId instrument : instruments) publish(Samples.contract(name(), instrument));
    }

    void report(GatewayState state, String detail) {
        status = new GatewayStatus(name(), state, detail, context.clock().instant());
        publish(status);
    }

    /** The requests of a kind so far, in order. */
    <R> List<R> asked(Class<R> kind) {
        return asked.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Makes orders of an instrument wait for a latch; answers the latch that says that one does. */
    CountDownLatch hold(InstrumentId instrument, CountDownLatch release) {
        CountDownLatch held = new CountDownLatch(1);
        onOrder = request -> {
            if (request.instrument().equals(instrument)) {
                held.countDown();
                Wait.on(release);
            }
            return take(request);
        };
        return held;
    }

    Outcome take(OrderRequest request) {
        Order order = Order.of(request, name(), nextId());
        publish(order);
        return Outcome.accepted(order.id());
    }

    private String nextId() {
        return (firstId + taken.getAndIncrement()) + idSuffix;
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public void connect(Settings settings) {
        report(GatewayState.LIVE, "");
    }

    @Override
    public GatewayStatus status() {
        return status;
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        asked.add(request);
        return onSubscribe.apply(request);
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        asked.add(request);
        return Outcome.accepted(Id.of(request.gateway(), request.instrument().toString()));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        asked.add(request);
        Outcome outcome = onOrder.apply(request);
        outcomes.put(request.clientKey(), outcome);
        return outcome;
    }

    @Override
    public Outcome outcome(String clientKey) {
        return outcomes.getOrDefault(clientKey, new Outcome.NeverReceived(clientKey));
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        asked.add(request);
        return Outcome.accepted(request.id());
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        asked.add(request);
        Quote quote = Quote.of(request, name(), nextId());
        publish(quote);
        return Outcome.accepted(quote.id());
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        asked.add(request);
        return Outcome.accepted(request.id());
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        asked.add(request);
        return onHistory.apply(request);
    }

    @Override
    public void queryAccounts(String path) {
        asked.add("accounts " + path);
        publish(Samples.account(name(), 5000));
    }

    @Override
    public void queryPositions(String path) {
        asked.add("positions " + path);
    }

    @Override
    public void close() {
        onClose.run();
        report(GatewayState.DOWN, "closed");
    }
}

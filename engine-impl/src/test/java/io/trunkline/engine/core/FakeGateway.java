package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A gateway that records what it is asked and answers as it is told: it accepts all unless a reply is replaced. */
final class FakeGateway implements Gateway {

    final GatewayContext context;
    final boolean remote;
    final BlockingQueue<Object> asked = new LinkedBlockingQueue<>();
    volatile Function<OrderRequest, Outcome> onOrder = this::accept;
    volatile Function<SubscribeRequest, Outcome> onSubscribe =
            request -> Outcome.accepted(Id.of(request.gateway(), "x"));
    volatile Function<String, Outcome> onOutcome = key -> Gateway.super.outcome(key);
    volatile Runnable onClose = () -> { };
    private final AtomicInteger orders = new AtomicInteger();
    private volatile GatewayStatus status;

    private FakeGateway(GatewayContext context, boolean remote) {
        this.context = context;
        this.remote = remote;
        this.status = new GatewayStatus(context.name(), GatewayState.DOWN, "", context.clock().instant());
    }

    static Provider local(String type) {
        return new Provider(type, false);
    }

    static Provider remote(String type) {
        return new Provider(type, true);
    }

    record Provider(String type, boolean remote) implements GatewayProvider {

        @Override
        public String description() {
            return "a fake";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of(SettingDescriptor.of("speed", SettingType.INTEGER, "1", "how fast"));
        }

        @Override
        public Set<Exchange> exchanges() {
            return Set.of(Exchange.SHFE);
        }

        @Override
        public Gateway create(GatewayContext context) {
            return new FakeGateway(context, remote);
        }
    }

    /** The number of requests of a class so far. */
    long count(Class<?> type) {
        return asked.stream().filter(type::isInstance).count();
    }

    void report(GatewayState state) {
        status = new GatewayStatus(name(), state, "", context.clock().instant());
        context.sink().publish(status);
    }

    private Outcome accept(OrderRequest request) {
        Order order = Order.of(request, request.gateway(), "" + orders.incrementAndGet());
        context.sink().publish(order);
        return Outcome.accepted(order.id());
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public boolean isRemote() {
        return remote;
    }

    @Override
    public void connect(Settings settings) {
        asked.add(settings);
        report(GatewayState.CONNECTING);
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
        return Outcome.accepted(Id.of(request.gateway(), "x"));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        asked.add(request);
        return onOrder.apply(request);
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        asked.add(request);
        return Outcome.accepted(request.id());
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        asked.add(request);
        return Outcome.accepted(Id.of(request.gateway(), "q" + orders.incrementAndGet()));
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        asked.add(request);
        return Outcome.accepted(request.id());
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        asked.add(request);
        return History.bars(List.of());
    }

    @Override
    public void queryAccounts(String path) {
        asked.add("accounts " + path);
    }

    @Override
    public void queryPositions(String path) {
        asked.add("positions " + path);
    }

    @Override
    public void close() {
        onClose.run();
        report(GatewayState.DOWN);
    }

    @Override
    public Outcome outcome(String clientKey) {
        return onOutcome.apply(clientKey);
    }
}

package io.trunkline.rmi.service;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A gateway that keeps what it is asked, accepts all unless told otherwise, and publishes what a test gives it. */
final class FakeGateway implements Gateway {

    final BlockingQueue<Request> asked = new LinkedBlockingQueue<>();
    volatile Function<OrderRequest, Outcome> onOrder = order -> Outcome.accepted(Id.of(order.gateway(), "1"));
    volatile Function<String, Outcome> onOutcome = Outcome.NeverReceived::new;
    private final GatewayContext context;

    private FakeGateway(GatewayContext context) {
        this.context = context;
    }

    /** The provider of such gateways. */
    static final class Provider implements GatewayProvider {

        @Override
        public String type() {
            return "FAKE";
        }

        @Override
        public String description() {
            return "a fake";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of();
        }

        @Override
        public Set<Exchange> exchanges() {
            return Set.of(Exchange.SHFE);
        }

        @Override
        public Gateway create(GatewayContext context) {
            return new FakeGateway(context);
        }
    }

    void publish(Event event) {
        context.sink().publish(event);
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public void connect(Settings settings) {
        publish(status());
    }

    @Override
    public GatewayStatus status() {
        return new GatewayStatus(name(), GatewayState.LIVE, "", context.clock().instant());
    }

    private Outcome accept(Request request, Id id) {
        asked.add(request);
        return Outcome.accepted(id);
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        return accept(request, Id.of(request.gateway(), "x"));
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return accept(request, Id.of(request.gateway(), "x"));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        asked.add(request);
        return onOrder.apply(request);
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return accept(request, request.id());
    }

    @Override
    public Outcome outcome(String clientKey) {
        return onOutcome.apply(clientKey);
    }

    @Override
    public void queryAccounts(String path) {}

    @Override
    public void queryPositions(String path) {}

    @Override
    public void close() {}
}

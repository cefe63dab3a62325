package io.trunkline.engine.paper;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for a real exchange: it keeps what reaches it, and lets every order wait. */
final class RealExchange implements Gateway {

    final Queue<Request> changes = new ConcurrentLinkedQueue<>(); // orders, quotes, cancels
    final Queue<SubscribeRequest> subscribed = new ConcurrentLinkedQueue<>();
    private final GatewayContext context;
    private final boolean remote;
    private final AtomicInteger count = new AtomicInteger();

    private RealExchange(GatewayContext context, boolean remote) {
        this.context = context;
        this.remote = remote;
    }

    record Provider(String type, boolean remote) implements GatewayProvider {

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
            return new RealExchange(context, remote);
        }
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
        // it is always there
    }

    @Override
    public GatewayStatus status() {
        return new GatewayStatus(name(), GatewayState.LIVE, "", context.clock().instant());
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        subscribed.add(request);
        return Outcome.accepted(Id.of(name(), "x"));
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return Outcome.accepted(Id.of(name(), "x"));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        changes.add(request);
        Order order = Order.of(request, request.gateway(), "" + count.incrementAndGet());
        context.sink().publish(order.toBuilder().status(Status.NOTTRADED).build());
        return Outcome.accepted(order.id());
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        changes.add(request);
        return Outcome.accepted(request.id());
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        changes.add(request);
        return Outcome.accepted(Quote.of(request, request.gateway(), "q" + count.incrementAndGet()).id());
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        changes.add(request);
        return Outcome.accepted(request.id());
    }

    @Override
    public void queryAccounts(String path) {
        // there are none
    }

    @Override
    public void queryPositions(String path) {
        // there are none
    }

    @Override
    public Outcome outcome(String clientKey) {
        return new Outcome.NeverReceived(clientKey);
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}

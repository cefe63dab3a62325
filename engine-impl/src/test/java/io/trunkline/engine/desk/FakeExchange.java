package io.trunkline.engine.desk;

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
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A gateway that accepts every order and reports it as waiting, unless it is told to answer otherwise. */
final class FakeExchange implements Gateway {

    final GatewayContext context;
    final AtomicInteger sent = new AtomicInteger();
    volatile Function<OrderRequest, Outcome> onOrder = this::accept;
    volatile Function<String, Outcome> onOutcome = key -> Gateway.super.outcome(key);
    volatile Outcome onCancel;

    private FakeExchange(GatewayContext context) {
        this.context = context;
    }

    record Provider() implements GatewayProvider {

        @Override
        public String type() {
            return "X";
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
            return new FakeExchange(context);
        }
    }

    Outcome accept(OrderRequest request) {
        Order order = Order.of(request, request.gateway(), "" + sent.incrementAndGet());
        context.sink().publish(order.toBuilder().status(Status.NOTTRADED).build());
        return Outcome.accepted(order.id());
    }

    @Override
    public String name() {
        return context.name();
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
        return Outcome.accepted(Id.of(name(), "x"));
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return Outcome.accepted(Id.of(name(), "x"));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        return onOrder.apply(request);
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return onCancel != null ? onCancel : Outcome.accepted(request.id());
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        Quote quote = Quote.of(request, request.gateway(), "q" + sent.incrementAndGet());
        context.sink().publish(quote);
        return Outcome.accepted(quote.id());
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        return Outcome.accepted(request.id());
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        return History.bars(List.of());
    }

    @Override
    public void queryAccounts(String path) {
        // there are none
    }

    @Override
    public void queryPositions(String path) {
        // they are published by the tests
    }

    @Override
    public Outcome outcome(String clientKey) {
        return onOutcome.apply(clientKey);
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}

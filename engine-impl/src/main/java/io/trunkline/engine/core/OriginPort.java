package io.trunkline.engine.core;

import io.trunkline.engine.Origin;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The requests of one origin, refused once it or the engine is closed. Thread-safe. */
final class OriginPort implements RequestPort {

    private static final String RULE = "closed";
    private static final String MESSAGE = "it is closed: no more requests are taken";

    private final Origin origin;
    private final OrderDesk orders;
    private final MarketDesk market;
    private final Subscriptions subscriptions;
    private final BooleanSupplier engineClosed;
    private volatile boolean closed;

    OriginPort(
            Origin origin, OrderDesk orders, MarketDesk market, Subscriptions subscriptions,
            BooleanSupplier engineClosed) {
        this.origin = origin;
        this.orders = orders;
        this.market = market;
        this.subscriptions = subscriptions;
        this.engineClosed = engineClosed;
    }

    private Outcome ifOpen(Supplier<Outcome> request) {
        return isClosed() ? Outcome.refused(RULE, MESSAGE) : request.get();
    }

    boolean isClosed() {
        return closed || engineClosed.getAsBoolean();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        return ifOpen(() -> market.subscribe(request, this));
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return ifOpen(() -> market.unsubscribe(request, this));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        return ifOpen(() -> orders.send(request, origin));
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return ifOpen(() -> orders.cancel(request, origin));
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        return ifOpen(() -> orders.send(request, origin));
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        return ifOpen(() -> orders.cancel(request, origin));
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        return isClosed() ? History.refused(RULE, MESSAGE) : market.history(request, this);
    }

    @Override
    public Outcome queryAccounts(String gateway) {
        return ifOpen(() -> market.accounts(gateway));
    }

    @Override
    public Outcome queryPositions(String gateway) {
        return ifOpen(() -> market.positions(gateway));
    }

    @Override
    public Outcome outcome(String clientKey) {
        return orders.outcome(clientKey);
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.removeAll(this);
    }
}

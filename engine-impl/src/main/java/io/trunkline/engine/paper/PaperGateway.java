package io.trunkline.engine.paper;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.sim.LiveExchange;
import java.util.function.Function;

/**
 * Where a client's paper orders are: it carries out cancels and queries, and stands for the records in everybody's
 * books. Orders come in through the interceptor alone. LIVE while the app runs. Thread-safe.
 */
final class PaperGateway implements Gateway {

    private final GatewayContext context;
    private final String client;
    private volatile LiveExchange exchange; // null while the app is stopped; written under this object's monitor
    private volatile GatewayStatus status;
    private boolean closed; // guarded by this

    PaperGateway(GatewayContext context, String client) {
        this.context = context;
        this.client = client;
        this.status = status(GatewayState.DOWN);
    }

    String client() {
        return client;
    }

    /** Begins a new account. Throws IllegalStateException if it is closed. */
    synchronized LiveExchange open(double balance) {
        if (closed) throw new IllegalStateException("gateway " + name() + " is closed");
        LiveExchange opened = new LiveExchange(context, client, balance);
        exchange = opened;
        report(GatewayState.SYNCING);
        opened.publishAccount();
        report(GatewayState.LIVE);
        return opened;
    }

    /** Cancels what works and ends the account. */
    synchronized void end(String message) {
        LiveExchange ending = exchange;
        if (ending == null) return;
        exchange = null;
        ending.end(message);
        report(GatewayState.DOWN);
    }

    /** The account's exchange, or null. */
    LiveExchange exchange() {
        return exchange;
    }

    private GatewayStatus status(GatewayState state) {
        return new GatewayStatus(name(), state, state == GatewayState.DOWN
                ? "the app " + PaperProvider.TYPE + " is not running" : "paper trading of " + client,
                context.clock().instant());
    }

    private void report(GatewayState state) {
        status = status(state);
        context.sink().publish(status);
    }

    @Override
    public String name() {
        return context.name();
    }

    /** Publishes its state: there is nothing to connect to, and the app alone begins an account. */
    @Override
    public synchronized void connect(Settings settings) {
        context.sink().publish(status);
    }

    @Override
    public GatewayStatus status() {
        return status;
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        return noTicks();
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return noTicks();
    }

    private Outcome noTicks() {
        return Outcome.refused("not-supported", name() + " has no ticks; subscribe at the gateway that has them");
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        return notTheirs();
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        return notTheirs();
    }

    private Outcome notTheirs() {
        return Outcome.refused(Rules.PAPER, name() + " takes orders of the client " + client
                + " alone, while the app " + PaperProvider.TYPE + " runs for that client");
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return cancel(open -> open.cancelOrder(request.id()));
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        return cancel(open -> open.cancelQuote(request.id()));
    }

    private Outcome cancel(Function<LiveExchange, Outcome> call) {
        LiveExchange open = exchange;
        return open != null ? call.apply(open)
                : Outcome.refused("not-active", name() + " has no active orders: " + status.detail());
    }

    @Override
    public void queryAccounts(String path) {
        LiveExchange open = exchange;
        if (open != null) open.publishAccount();
    }

    @Override
    public void queryPositions(String path) {
        LiveExchange open = exchange;
        if (open != null) open.publishPositions();
    }

    @Override
    public Outcome outcome(String clientKey) {
        LiveExchange open = exchange;
        return open == null ? new Outcome.NeverReceived(clientKey) : open.outcome(clientKey);
    }

    @Override
    public synchronized void close() {
        closed = true;
        end("the engine was closed");
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.TradingDay;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Settings;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The simulated exchange on ticks of others: one account that trades against the books that real ticks show. It
 * publishes its orders, trades, quotes, positions and its account under the name of a gateway, never ticks or contracts.
 * Thread-safe; nothing blocks.
 */
public final class LiveExchange {

    private final GatewayContext context;
    private final String account;
    private final Exchange exchange;

    /** An exchange that lists nothing yet, with an account that starts with a sum. */
    public LiveExchange(GatewayContext context, String account, double balance) {
        this.context = context;
        this.account = account;
        SimSettings settings = SimSettings.of(Settings.parse(SimSettings.DESCRIPTORS,
                Map.of("account", account, "balance", Double.toString(balance))));
        this.exchange = new Exchange(context, new Ids(context.clock().instant(), new SecureRandom()), settings,
                List.of(), System::nanoTime);
    }

    /** Takes orders of a contract from now on, whose gateway is this one. */
    public void list(Contract contract) {
        exchange.list(contract);
    }

    /** Shows a tick of a contract that is listed, and trades what it makes tradable. */
    public void follow(Tick tick) {
        exchange.follow(tick, TradingDay.of(tick.time()).toEpochDay());
    }

    /** Takes an order of a contract that is listed. */
    public Outcome send(OrderRequest request) {
        return exchange.send(request);
    }

    /** Takes a quote of a contract that is listed. */
    public Outcome send(QuoteRequest request) {
        return exchange.send(request);
    }

    /** Cancels an order. */
    public Outcome cancelOrder(Id id) {
        return exchange.cancelOrder(id);
    }

    /** Cancels a quote. */
    public Outcome cancelQuote(Id id) {
        return exchange.cancelQuote(id);
    }

    /** What became of the last order or quote with a client key. */
    public Outcome outcome(String clientKey) {
        return exchange.outcome(clientKey);
    }

    /** Publishes the account. */
    public void publishAccount() {
        exchange.publishAccount();
    }

    /** Publishes all positions. */
    public void publishPositions() {
        exchange.publishPositions();
    }

    /** Cancels what works, with a message, and takes the account and its positions out of the engine's books. */
    public void end(String message) {
        exchange.cancelAll(message);
        context.sink().publish(new Resync(context.name(), Map.of(
                RecordKind.POSITION, exchange.positions(),
                RecordKind.ACCOUNT, Set.of(Id.of(context.name(), account))), context.clock().instant()));
    }

    /** How many orders there were. */
    public long orders() {
        return exchange.orderCount();
    }

    /** How many trades there were. */
    public long trades() {
        return exchange.tradeCount();
    }
}

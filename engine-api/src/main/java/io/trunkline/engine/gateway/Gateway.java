package io.trunkline.engine.gateway;

import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.Settings;

/**
 * A connection to where trading happens. It publishes what happens there as events and carries out requests.
 *
 * <p><b>What it must do.</b> Be safe for calls from many threads at a time. Reconnect by itself for ever once connected
 * first, unless the settings are at fault. Publish a {@link GatewayStatus} at each change of state, and before LIVE all
 * contracts, accounts, positions, orders and trades. Give every order an id that it never gave before, restarts
 * included. Publish the order itself before {@link #sendOrder} returns its id (SUBMITTING, or REJECTED with a message),
 * with the client key, owner and reference of the request: what it reports later need not bear them, but a trade that
 * it reports before that order must.
 *
 * <p>The {@code gateway} of a request, and ids in cancels, are those that this engine uses: they start with
 * {@link #name()}. Only a {@linkplain #isRemote() remote} gateway has anything behind it to look at.
 */
public interface Gateway extends Plugin {

    /**
     * Starts connecting and returns; how it goes is published as {@link GatewayStatus}. Does nothing if connected or
     * connecting already.
     *
     * @throws io.trunkline.engine.plugin.SettingException if a setting cannot be used
     */
    void connect(Settings settings);

    /** The state now. */
    GatewayStatus status();

    /** Whether gateways of another engine stand behind this one, so that paths lead through it. */
    default boolean isRemote() {
        return false;
    }

    /** Asks for ticks. May block for a bounded time, as all requests below may. */
    Outcome subscribe(SubscribeRequest request);

    /** Ends asking for ticks. A gateway that cannot do so accepts and goes on publishing. */
    Outcome unsubscribe(UnsubscribeRequest request);

    /** Sends an order. */
    Outcome sendOrder(OrderRequest request);

    /** Asks to cancel an order. Accepted means that the request was passed on; the order's own events tell the rest. */
    Outcome cancelOrder(CancelRequest request);

    /** Sends a two-sided quote. */
    default Outcome sendQuote(QuoteRequest request) {
        return Outcome.refused("not-supported", name() + " takes no quotes");
    }

    /** Asks to cancel a quote. */
    default Outcome cancelQuote(CancelQuoteRequest request) {
        return Outcome.refused("not-supported", name() + " takes no quotes");
    }

    /** Answers recorded bars. */
    default History queryHistory(HistoryRequest request) {
        return History.refused("not-supported", name() + " has no history");
    }

    /**
     * Asks for the accounts to be published anew.
     *
     * @param path this gateway's name, or for a remote gateway a path through it
     */
    void queryAccounts(String path);

    /**
     * Asks for the positions to be published anew.
     *
     * @param path this gateway's name, or for a remote gateway a path through it
     */
    void queryPositions(String path);

    /**
     * What became of an order or quote, as far as the other side knows by its client key. A gateway whose exchange does
     * not echo keys cannot tell. Never received may only be answered if what {@link #sendOrder} or {@link #sendQuote}
     * was called with before cannot arrive any more. Asked only while the gateway is LIVE or STALE.
     */
    default Outcome outcome(String clientKey) {
        return new Outcome.InDoubt(clientKey, name() + " cannot look up orders by their key");
    }
}

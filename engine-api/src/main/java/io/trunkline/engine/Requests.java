package io.trunkline.engine;

import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;

/**
 * What can be asked of an engine. None of these throws for a refused request: the reply says why. They may block while
 * the gateway works, for a bounded time, and must not be called on the event thread if the gateway is remote.
 *
 * <p>Every request first passes the engine's {@linkplain Interceptor interceptors}. A request whose path ends at a
 * remote gateway goes to the only gateway behind it that lists the instrument; with none or several it is refused.
 */
public interface Requests {

    /** Asks for ticks. The gateway is asked once, however many want the same. */
    Outcome subscribe(SubscribeRequest request);

    /** Ends this asker's interest. The gateway is told some time after the last interest ended. */
    Outcome unsubscribe(UnsubscribeRequest request);

    /** Sends an order. The order's events may arrive before this returns. */
    Outcome sendOrder(OrderRequest request);

    /** Asks to cancel an order. */
    Outcome cancelOrder(CancelRequest request);

    /** Sends a two-sided quote. */
    Outcome sendQuote(QuoteRequest request);

    /** Asks to cancel a quote. */
    Outcome cancelQuote(CancelQuoteRequest request);

    /** Asks for recorded bars. */
    History queryHistory(HistoryRequest request);

    /** Asks the gateway at a path to publish its accounts anew. */
    Outcome queryAccounts(String gateway);

    /** Asks the gateway at a path to publish its positions anew. */
    Outcome queryPositions(String gateway);

    /**
     * What became of the order or quote with a client key. If that is in doubt, or not known here, the gateways are
     * asked, each of which may block for a bounded time. What is in doubt is also found out by itself, as soon as its
     * gateway can be asked, and written to the log. An engine that keeps no journal, and whose gateways cannot look up
     * keys, says of an unknown key that it is in doubt: an earlier engine may have sent it.
     */
    Outcome outcome(String clientKey);
}

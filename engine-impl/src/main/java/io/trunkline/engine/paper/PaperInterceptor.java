package io.trunkline.engine.paper;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers the orders and quotes of clients that trade on paper, and lets pass only those cancels of theirs that go to a
 * paper gateway. What it does not know it refuses. Called under the lock of the engine's interceptors.
 */
final class PaperInterceptor implements Interceptor {

    static final String NAME = "paper";

    private static final int MOST_TOLD = 1_000;

    private final PaperClients clients;
    private final PaperGateways gateways;
    private final Function<String, PaperAccount> accounts;
    private final Consumer<String> onReal;
    private final Set<String> real = new HashSet<>(); // clients of whose real orders was told

    /**
     * The interceptor of a run.
     *
     * @param accounts gives the account of a client
     * @param onReal told once of each client that sends something real
     */
    PaperInterceptor(PaperClients clients, PaperGateways gateways, Function<String, PaperAccount> accounts,
            Consumer<String> onReal) {
        this.onReal = onReal;
        this.clients = clients;
        this.gateways = gateways;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stage stage() {
        return Stage.EXECUTION;
    }

    @Override
    public Decision before(Request request, Origin origin) {
        if (!clients.includes(origin)) {
            boolean isSent = request instanceof OrderRequest || request instanceof QuoteRequest;
            boolean isNew = isSent && !origin.isLocal() && real.size() < MOST_TOLD && real.add(origin.name());
            if (isNew) onReal.accept(origin.name());
            return Decision.PASS;
        }
        if (isMarketData(request)) return Decision.PASS;
        if (request instanceof OrderRequest order) {
            return trade(request, origin, account -> account.send(order));
        }
        if (request instanceof QuoteRequest quote) {
            return trade(request, origin, account -> account.send(quote));
        }
        boolean isCancel = request instanceof CancelRequest || request instanceof CancelQuoteRequest;
        if (isCancel && gateways.has(request.gateway())) return Decision.PASS;
        return Decision.refuse(Rules.PAPER, origin.name() + " trades on paper and changes nothing at "
                + request.gateway() + ", which is real; have it done by a user who does not");
    }

    private static boolean isMarketData(Request request) {
        return request instanceof SubscribeRequest || request instanceof UnsubscribeRequest
                || request instanceof HistoryRequest;
    }

    private Decision trade(Request request, Origin origin, Function<PaperAccount, Outcome> sending) {
        PaperAccount account;
        try {
            account = accounts.apply(origin.name());
        } catch (IllegalStateException e) {
            return new Decision.Refuse(Rules.notRunning(e.getMessage()));
        }
        if (gateways.has(request.gateway()) && !request.gateway().equals(account.gateway())) {
            return Decision.refuse(Rules.PAPER, request.gateway() + " is another client's; name the gateway whose "
                    + "ticks to trade on, or " + account.gateway());
        }
        return new Decision.Answer(sending.apply(account));
    }
}

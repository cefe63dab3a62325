package io.trunkline.rmi.access;

import io.trunkline.engine.Books;
import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses what a client has no right to. Users in this process may do everything.
 *
 * <p>Whose an order is, the books say; of one that they do not have yet, this knows who sent it. Its state is guarded
 * by the chain's lock, under which it is called.
 */
public final class RightsCheck implements Interceptor {

    /** What it is called in the chain. */
    public static final String NAME = "rights";

    private static final int MOST_REMEMBERED = 10_000;

    private final Access access;
    private final Books books;
    private final Map<Id, String> senders = new LinkedHashMap<>(); // of what was accepted last, oldest first

    /** A check by what an access says; the books are those of the engine. */
    public RightsCheck(Access access, Books books) {
        this.access = access;
        this.books = books;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stage stage() {
        return Stage.RIGHTS;
    }

    @Override
    public Decision before(Request request, Origin origin) {
        if (origin.isLocal() || !access.isRequired()) return Decision.PASS;
        Rights rights = access.rightsOf(origin.name()).orElse(null);
        if (rights == null) return Decision.refuse("unknown-client", origin.name() + " is not a client any more");
        if (request instanceof CancelRequest cancel) return cancel(cancel.id(), cancel, origin, rights);
        if (request instanceof CancelQuoteRequest cancel) return cancel(cancel.id(), cancel, origin, rights);
        if (!rights.view().seesInstrument(request.gateway(), request.instrument())) {
            return Decision.refuse("not-visible", origin.name() + " does not see " + request.instrument() + " of "
                    + request.gateway());
        }
        boolean isOrder = request instanceof OrderRequest || request instanceof QuoteRequest;
        return isOrder ? trade(request.instrument(), origin, rights) : Decision.PASS;
    }

    private static Decision trade(InstrumentId instrument, Origin origin, Rights rights) {
        if (!rights.role().includes(Role.TRADER)) return noTrader(origin, rights);
        if (rights.trades().include(instrument)) return Decision.PASS;
        return Decision.refuse("not-traded", origin.name() + " trades " + rights.trades() + " only, not " + instrument);
    }

    private Decision cancel(Id id, Request request, Origin origin, Rights rights) {
        if (!rights.role().includes(Role.TRADER)) return noTrader(origin, rights);
        if (!rights.view().seesGateway(request.gateway())) {
            return Decision.refuse("not-visible", origin.name() + " does not see " + request.gateway());
        }
        if (rights.cancelsAll() || senderOf(id).map(origin.name()::equals).orElse(false)) return Decision.PASS;
        return Decision.refuse("not-own", id + " is not an order or quote of " + origin.name()
                + "; a supervisor cancels those of others");
    }

    private static Decision noTrader(Origin origin, Rights rights) {
        return Decision.refuse("role", origin.name() + " is a " + rights.role() + "; orders, quotes and cancels take a "
                + Role.TRADER);
    }

    private Optional<String> senderOf(Id id) {
        return books.order(id).map(Order::owner).or(() -> books.quote(id).map(Quote::owner))
                .or(() -> Optional.ofNullable(senders.get(id)));
    }

    @Override
    public void after(Request request, Origin origin, Reply reply) {
        if (origin.isLocal() || !access.isRequired()) return;
        boolean isSent = request instanceof OrderRequest || request instanceof QuoteRequest;
        if (!isSent || !(reply instanceof Outcome.Accepted accepted)) return;
        senders.put(accepted.id(), origin.name());
        if (senders.size() > MOST_REMEMBERED) senders.remove(senders.keySet().iterator().next());
    }
}

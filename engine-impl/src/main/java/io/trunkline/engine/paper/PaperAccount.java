package io.trunkline.engine.paper;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.sim.LiveExchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one client trades on paper, from a start to the stop. Each instrument trades on the ticks of the gateway at
 * which it was first traded. Thread-safe: its monitor guards its state, and is held no longer than matching takes.
 */
final class PaperAccount {

    private final PaperGateway gateway;
    private final LiveExchange exchange;
    private final Books books;
    private final TickFeed feed;
    private final Map<InstrumentId, String> sources = new HashMap<>(); // the path whose ticks it trades on
    private boolean ended;

    PaperAccount(PaperGateway gateway, double balance, Books books, TickFeed feed) {
        this.gateway = gateway;
        this.exchange = gateway.open(balance);
        this.books = books;
        this.feed = feed;
    }

    String gateway() {
        return gateway.name();
    }

    Outcome send(OrderRequest request) {
        return send(request, path -> exchange.send(request));
    }

    Outcome send(QuoteRequest request) {
        return send(request, path -> exchange.send(request));
    }

    private synchronized Outcome send(Request request, Function<String, Outcome> sending) {
        if (ended) return new Outcome.Refused(Rules.notRunning("paper trading is being stopped"));
        InstrumentId instrument = request.instrument();
        String bound = sources.get(instrument);
        String path = request.gateway();
        if (path.equals(gateway())) {
            List<String> listing = bound != null ? List.of(bound) : listing(instrument);
            if (listing.size() != 1) return noSource(instrument, listing);
            path = listing.get(0);
        }
        if (bound != null && !bound.equals(path)) {
            return Outcome.refused(Rules.PAPER, instrument + " is traded on the ticks of " + bound + " in "
                    + gateway() + ", not on those of " + path + "; name " + bound);
        }
        String source = path;
        return unconnected(source).or(() -> unlisted(source, instrument)).orElseGet(() -> sending.apply(source));
    }

    private List<String> listing(InstrumentId instrument) {
        return books.contracts().stream().filter(contract -> contract.instrument().equals(instrument))
                .map(Contract::gateway).toList();
    }

    private static Outcome noSource(InstrumentId instrument, List<String> listing) {
        return Outcome.refused(Rules.PAPER, listing.isEmpty() ? "no gateway lists " + instrument
                : instrument + " has ticks at " + String.join(" and ", listing) + "; name one of them");
    }

    private Optional<Outcome> unconnected(String source) {
        return books.gatewayStatus(source).map(GatewayStatus::state)
                .filter(state -> state == GatewayState.DOWN || state == GatewayState.CONNECTING)
                .map(state -> Outcome.refused("not-connected",
                        source + ", whose ticks it would trade on, is " + state));
    }

    /** Lists the instrument if it was not traded before; a refusal if there is no contract. */
    private Optional<Outcome> unlisted(String source, InstrumentId instrument) {
        if (sources.containsKey(instrument)) return Optional.empty();
        Contract contract = books.contract(source, instrument).orElse(null);
        if (contract == null) {
            return Optional.of(Outcome.refused("unknown-contract", source + " lists no " + instrument));
        }
        exchange.list(contract.at(gateway()));
        sources.put(instrument, source);
        feed.follow(source, instrument, this);
        books.tick(source, instrument).ifPresent(exchange::follow);
        return Optional.empty();
    }

    /** Takes a tick of an instrument that it follows; those of other gateways are none of its own. */
    synchronized void onTick(Tick tick) {
        if (!ended && tick.gateway().equals(sources.get(tick.instrument()))) exchange.follow(tick);
    }

    /** Cancels what works and takes nothing any more. */
    synchronized void end(String message) {
        if (ended) return;
        ended = true;
        gateway.end(message);
    }
}

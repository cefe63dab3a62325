package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The quotes; an older state never replaces a newer one. The event thread writes, any thread reads. */
final class QuoteBook {

    private final Ledger<Quote> ledger = new Ledger<>();
    private final Map<Id, Quote> active = new ConcurrentHashMap<>();

    /** Keeps a quote's state, unless a newer one is known: then it answers false. */
    boolean put(Quote quote) {
        Quote last = ledger.last(quote.id());
        if (last != null && (OrderBook.overtaken(last.status(), quote.status())
                || quote.status().rank() < last.status().rank())) {
            return false;
        }
        ledger.put(quote.id(), quote);
        if (quote.isActive()) active.put(quote.id(), quote);
        else active.remove(quote.id());
        return true;
    }

    void remove(Set<Id> ids, String gateway) {
        ledger.remove(ids, gateway).forEach(quote -> active.remove(quote.id()));
    }

    Optional<Quote> find(Id id) {
        return ledger.find(id);
    }

    List<Quote> all() {
        return ledger.all();
    }

    List<Quote> active() {
        return List.copyOf(active.values());
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The quotes; an older state never replaces a newer one. The event thread writes, any thread reads. */
final class QuoteBook {

    private final Ledger<Quote> ledger = new Ledger<>();
    private final Map<Long, Quote> active = new ConcurrentSkipListMap<>(); // by number of arrival

    /** Keeps a quote's state, unless a newer one is known: then it answers false. */
    boolean put(Quote quote) {
        Quote last = ledger.last(quote.id());
        if (last != null && !quote.mayFollow(last)) return false;
        long number = ledger.put(quote.id(), quote);
        if (quote.isActive()) active.put(number, quote);
        else active.remove(number);
        return true;
    }

    void remove(Set<Id> ids, String gateway) {
        active.values().removeAll(Set.copyOf(ledger.remove(ids, gateway)));
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

package io.trunkline.engine.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The orders and quotes that can trade: from the moment that one is let pass, under its client key, until it is refused
 * or its gateway says that it ended. Those in doubt count until the doubt ends. Thread-safe; nothing is called out to
 * while its monitor is held but the books, which never block.
 */
final class Working {

    /** The place of an order or quote, whose ids may be the same. */
    private record Place(RecordKind kind, Id id) {}

    private record Entry(String client, RecordKind kind, List<Leg> legs) {}

    private final Books books;
    private final Map<String, Entry> sending = new HashMap<>(); // by client key; all are guarded by this
    private final Set<String> doubts = new HashSet<>(); // keys that are in sending
    private final Map<Place, Entry> live = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Working(Books books) {
        this.books = books;
    }

    /** Takes up what can trade already. Events must come in by then. */
    void begin() {
        for (Order order : books.activeOrders()) begun(order, new Place(RecordKind.ORDER, order.id()));
        for (Quote quote : books.activeQuotes()) begun(quote, new Place(RecordKind.QUOTE, quote.id()));
    }

    private synchronized void begun(Object record, Place place) {
        if (live.containsKey(place)) return;
        if (record instanceof Order order) onOrder(order);
        if (record instanceof Quote quote) onQuote(quote);
        if (hasEnded(place)) remove(place); // the event that said so may have been handled before
    }

    /** An order or quote is let pass. */
    synchronized void reserve(String key, String client, RecordKind kind, List<Leg> legs) {
        Entry entry = new Entry(client, kind, legs);
        count(entry, 1);
        Entry before = sending.put(key, entry);
        if (before != null) count(before, -1);
    }

    /** What became of it. Does nothing for a key that is known by an event already. */
    synchronized void settle(String key, Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt) {
            if (sending.containsKey(key)) doubts.add(key);
            return;
        }
        Entry entry = take(key);
        if (entry == null || !(outcome instanceof Outcome.Accepted accepted)) return;
        Place place = new Place(entry.kind(), accepted.id());
        Entry told = live.get(place);
        put(place, new Entry(entry.client(), entry.kind(), told == null ? entry.legs() : told.legs()));
        if (hasEnded(place)) remove(place);
    }

    private Entry take(String key) {
        doubts.remove(key);
        Entry entry = sending.remove(key);
        if (entry != null) count(entry, -1);
        return entry;
    }

    private boolean hasEnded(Place place) {
        return place.kind() == RecordKind.ORDER ? books.order(place.id()).map(order -> !order.isActive()).orElse(false)
                : books.quote(place.id()).map(quote -> !quote.isActive()).orElse(false);
    }

    /** For the event thread: an order is in another state. */
    synchronized void onOrder(Order order) {
        told(new Place(RecordKind.ORDER, order.id()), order.clientKey(), order.owner(), order.isActive(),
                Leg.of(order));
    }

    /** For the event thread: a quote is in another state. */
    synchronized void onQuote(Quote quote) {
        told(new Place(RecordKind.QUOTE, quote.id()), quote.clientKey(), quote.owner(), quote.isActive(),
                Leg.of(quote));
    }

    private void told(Place place, String key, String owner, boolean isActive, List<Leg> legs) {
        Entry sent = key.isEmpty() ? null : take(key);
        Entry known = live.get(place);
        if (!isActive) {
            remove(place);
            return;
        }
        String client = sent != null ? sent.client() : known != null ? known.client() : Texts.client(owner);
        put(place, new Entry(client, place.kind(), legs));
    }

    /** For the event thread: what the other side no longer has can no longer trade. */
    synchronized void onResync(Resync resync) {
        for (RecordKind kind : List.of(RecordKind.ORDER, RecordKind.QUOTE)) {
            resync.removed(kind).forEach(id -> remove(new Place(kind, id)));
        }
    }

    private void put(Place place, Entry entry) {
        count(entry, 1);
        Entry before = live.put(place, entry);
        if (before != null) count(before, -1);
    }

    private void remove(Place place) {
        Entry before = live.remove(place);
        if (before != null) count(before, -1);
    }

    private void count(Entry entry, int sign) {
        int number = sign * entry.legs().size();
        for (String whose : List.of(entry.client(), Texts.EVERYBODY)) {
            counts.merge(whose, number, (before, more) -> before + more == 0 ? null : (Integer) (before + more));
        }
    }

    /** How many orders of a client, or of all together, can trade; a quote with two sides counts as two. */
    synchronized int count(String client) {
        return counts.getOrDefault(client, 0);
    }

    /** Those who have any. */
    synchronized Set<String> clients() {
        return new TreeSet<>(counts.keySet());
    }

    /** The lots that can trade the same way at the same place as a leg. */
    synchronized double volumeBeside(Leg leg) {
        double volume = 0;
        for (Map<?, Entry> entries : List.<Map<?, Entry>>of(sending, live)) {
            for (Entry entry : entries.values()) {
                for (Leg each : entry.legs()) if (each.isBeside(leg)) volume += each.volume();
            }
        }
        return volume;
    }

    /** The client keys in doubt. */
    synchronized List<String> doubts() {
        return new ArrayList<>(doubts);
    }
}

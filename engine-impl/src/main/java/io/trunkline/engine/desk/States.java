package io.trunkline.engine.desk;

import io.trunkline.engine.model.InstrumentId;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The trading states that are not ACTIVE. They are kept in a store before a switch returns. Thread-safe. */
final class States {

    private static final String FILE = "desk";

    private final Store store;
    private volatile Map<String, Switch> switches; // replaced under this object's monitor, never changed

    private States(Store store, Map<String, Switch> switches) {
        this.store = store;
        this.switches = switches;
    }

    /**
     * The states that were kept.
     *
     * @throws IOException if they cannot be read; the message says where and what to do
     */
    static States read(Store store) throws IOException {
        Map<String, Switch> switches = new TreeMap<>();
        for (Map.Entry<String, String> entry : store.read(FILE).entrySet()) {
            try {
                Switch read = Switch.parse(entry.getKey(), entry.getValue());
                if (read.state() != TradingState.ACTIVE) switches.put(read.key(), read);
            } catch (IllegalArgumentException e) {
                throw store.unusable(FILE, entry.getKey() + ": " + e.getMessage(), e);
            }
        }
        return new States(store, switches);
    }

    /**
     * Sets a state, at once and for good. Answers the one before.
     *
     * @throws IOException if it holds from now on, but could not be kept
     */
    synchronized TradingState set(Switch wanted) throws IOException {
        Map<String, Switch> copy = new TreeMap<>(switches);
        Switch before = wanted.state() == TradingState.ACTIVE
                ? copy.remove(wanted.key()) : copy.put(wanted.key(), wanted);
        switches = copy;
        Map<String, String> texts = new TreeMap<>();
        copy.forEach((key, each) -> texts.put(key, each.text()));
        store.write(FILE, texts);
        return before == null ? TradingState.ACTIVE : before.state();
    }

    /** All states that are not ACTIVE. */
    List<Switch> list() {
        return List.copyOf(switches.values());
    }

    /** The strictest state that holds for an order, if it is not ACTIVE. */
    Optional<Switch> strictest(String client, String gateway, InstrumentId instrument) {
        Map<String, Switch> now = switches;
        if (now.isEmpty()) return Optional.empty();
        return now.values().stream()
                .filter(each -> each.scope().holdsFor(each.name(), client, gateway, instrument))
                .max(Comparator.comparing(Switch::state));
    }
}

package io.trunkline.engine.desk;

import io.trunkline.engine.DayRoll;
import io.trunkline.engine.model.InstrumentId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many orders and cancels each client, and all together, sent on this trading day, in all and by contract. They
 * begin anew when a later day does, and are written to a store by {@link #save}. Thread-safe.
 */
final class DayCounts {

    /** What is counted. The instrument is a text; empty for all. */
    private record Key(Limit limit, String client, String instrument) {

        private String text() {
            return limit.key() + "\t" + client + "\t" + instrument;
        }

        private static Key parse(String text) {
            String[] parts = text.split("\t", -1);
            Limit limit = Arrays.stream(Limit.values()).filter(each -> each.key().equals(parts[0])).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no count " + parts[0]));
            if (parts.length != 3) throw new IllegalArgumentException("it has not three parts, with tabs between");
            return new Key(limit, parts[1], parts[2]);
        }
    }

    /** A client, or all together, and a contract. */
    record Row(String client, String instrument) {}

    private static final String FILE = "desk-counts";
    private static final String DAY = "day";

    private final Store store;
    private final DayRoll roll;
    private final Map<Key, Integer> counts = new HashMap<>(); // this and the rest are guarded by this
    private LocalDate day = LocalDate.MIN;
    private boolean isChanged;

    private DayCounts(Store store, DayRoll roll) {
        this.store = store;
        this.roll = roll;
    }

    /**
     * The counts that were kept.
     *
     * @throws IOException if they cannot be read; the message says where and what to do
     */
    static DayCounts read(Store store, DayRoll roll) throws IOException {
        DayCounts counts = new DayCounts(store, roll);
        for (Map.Entry<String, String> entry : store.read(FILE).entrySet()) {
            try {
                counts.recall(entry.getKey(), entry.getValue());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw store.unusable(FILE, entry.getKey() + ": " + e.getMessage(), e);
            }
        }
        return counts;
    }

    private synchronized void recall(String key, String text) {
        if (key.equals(DAY)) day = LocalDate.parse(text);
        else counts.put(Key.parse(key), Integer.parseInt(text));
    }

    /** Counts in all and for the contract, which may be null; a negative number takes back. */
    synchronized void add(Limit inAll, Limit inContract, String client, InstrumentId instrument, int number,
            Instant now) {
        rollTo(now);
        for (String whose : new String[] {client, Texts.EVERYBODY}) {
            add(new Key(inAll, whose, ""), number);
            if (instrument != null) add(new Key(inContract, whose, instrument.toString()), number);
        }
        isChanged = true;
    }

    private void add(Key key, int number) {
        counts.compute(key, (same, before) -> {
            int after = (before == null ? 0 : before) + number;
            return after <= 0 ? null : after;
        });
    }

    private void rollTo(Instant now) {
        LocalDate today = roll.day(now);
        if (!today.isAfter(day)) return; // a clock that goes back does not give counts free
        isChanged |= !counts.isEmpty();
        counts.clear();
        day = today;
    }

    /** How many of a client, or of all together. The instrument may be null. */
    synchronized int count(Limit limit, String client, InstrumentId instrument, Instant now) {
        rollTo(now);
        return counts.getOrDefault(new Key(limit, client, instrument == null ? "" : instrument.toString()), 0);
    }

    /** How many of a client in a contract. */
    synchronized int count(Limit limit, Row row, Instant now) {
        rollTo(now);
        return counts.getOrDefault(new Key(limit, row.client(), row.instrument()), 0);
    }

    /** All clients that sent something today. */
    synchronized Set<String> clients(Instant now) {
        rollTo(now);
        Set<String> clients = new TreeSet<>();
        counts.keySet().forEach(key -> clients.add(key.client()));
        return clients;
    }

    /** All clients and contracts with something today. */
    synchronized Set<Row> rows(Instant now) {
        rollTo(now);
        Set<Row> rows = new LinkedHashSet<>();
        counts.keySet().stream().filter(key -> !key.instrument().isEmpty())
                .map(key -> new Row(key.client(), key.instrument()))
                .sorted(Comparator.comparing(Row::client).thenComparing(Row::instrument)).forEach(rows::add);
        return rows;
    }

    /** Writes them if they changed since they were written. */
    void save() throws IOException {
        Optional<Map<String, String>> texts = changed();
        if (texts.isEmpty()) return;
        try {
            store.write(FILE, texts.get());
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                isChanged = true;
            }
            throw e;
        }
    }

    private synchronized Optional<Map<String, String>> changed() {
        if (!isChanged) return Optional.empty();
        isChanged = false;
        Map<String, String> texts = new HashMap<>();
        texts.put(DAY, day.toString());
        counts.forEach((key, count) -> texts.put(key.text(), count.toString()));
        return Optional.of(texts);
    }
}

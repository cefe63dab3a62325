package io.trunkline.rmi.service;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.RecordHash;
import io.trunkline.rmi.wire.RecordHasher;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the books come to, kept up to date record by record. For the event thread. */
final class BookSums {

    /** A record's part in the sums. */
    private record Entry(StateRecord record, RecordHash hash) {}

    /** How many entries of a kind a view shows, and what their hashes come to. */
    private static final class Sum {
        private long count;
        private RecordHash hashes = RecordHash.ZERO;

        private Total total() {
            return new Total(count, hashes);
        }
    }

    /** What those come to that a view shows, and by how many sessions it is asked. */
    private static final class Part {
        private final Predicate<Event> view;
        private final Map<RecordKind, Sum> sums = new EnumMap<>(RecordKind.class);
        private int users;

        private Part(Predicate<Event> view) {
            this.view = view;
            for (RecordKind kind : RecordKind.values()) sums.put(kind, new Sum());
        }

        private boolean shows(Entry entry) {
            return view.test((Event) entry.record);
        }

        private Sum sum(Entry entry) {
            return sums.get(RecordKind.of(entry.record));
        }

        private void add(Entry entry) {
            if (!shows(entry)) return;
            Sum sum = sum(entry);
            sum.count++;
            sum.hashes = sum.hashes.plus(entry.hash);
        }

        private void remove(Entry entry) {
            if (!shows(entry)) return;
            Sum sum = sum(entry);
            sum.count--;
            sum.hashes = sum.hashes.minus(entry.hash);
        }

        /** Puts an entry in place of one that every view shows alike. */
        private void replace(Entry before, Entry entry) {
            if (!shows(entry)) return;
            Sum sum = sum(entry);
            sum.hashes = sum.hashes.minus(before.hash).plus(entry.hash);
        }

        private Map<RecordKind, Total> totals() {
            Map<RecordKind, Total> totals = new EnumMap<>(RecordKind.class);
            sums.forEach((kind, sum) -> totals.put(kind, sum.total()));
            return totals;
        }
    }

    private final RecordHasher hasher = new RecordHasher("");
    private final Map<RecordKind, Map<Id, Entry>> entries = new EnumMap<>(RecordKind.class);
    private final Map<Integer, Part> parts = new TreeMap<>(); // by the number of the set of records

    BookSums() {
        for (RecordKind kind : RecordKind.values()) entries.put(kind, new HashMap<>());
        use(Digest.EVERYTHING, View.EVERYTHING::sees);
    }

    /** From now on what a view shows is summed up as well, until {@link #release}. */
    void use(int number, Predicate<Event> view) {
        Part part = parts.get(number);
        if (part == null) {
            part = new Part(view);
            for (Map<Id, Entry> kind : entries.values()) kind.values().forEach(part::add);
            parts.put(number, part);
        }
        part.users++;
    }

    /** One less wants to know what a view shows. */
    void release(int number) {
        Part part = parts.get(number);
        if (part != null && --part.users == 0) parts.remove(number);
    }

    /** Adds a record, in place of an older one of its id. */
    void put(StateRecord record) {
        Entry entry = new Entry(record, hasher.hash(record));
        Entry before = entries.get(RecordKind.of(record)).put(record.id(), entry);
        boolean isSeenAlike = before != null && View.isSeenAlike((Event) before.record, (Event) record);
        for (Part part : parts.values()) {
            if (isSeenAlike) {
                part.replace(before, entry);
                continue;
            }
            if (before != null) part.remove(before);
            part.add(entry);
        }
    }

    /** Takes the record of an id out, if there is one. */
    void remove(RecordKind kind, Id id) {
        Entry before = entries.get(kind).remove(id);
        if (before == null) return;
        for (Part part : parts.values()) part.remove(before);
    }

    /** Takes out what leaves the books with a comparison: records of its path, or of one behind it, only. */
    void remove(Resync resync) {
        resync.removed().forEach((kind, ids) -> ids.forEach(id -> {
            Entry entry = entries.get(kind).get(id);
            if (entry != null && GatewayPath.isUnder(entry.record.gateway(), resync.gateway())) remove(kind, id);
        }));
    }

    /** What everything comes to, and what each view shows. */
    List<Digest> digests() {
        return parts.entrySet().stream().map(part -> new Digest(part.getKey(), part.getValue().totals())).toList();
    }
}

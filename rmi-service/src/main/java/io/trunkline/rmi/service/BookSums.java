package io.trunkline.rmi.service;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.RecordHash;
import io.trunkline.rmi.wire.RecordHasher;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What the books come to, kept up to date record by record. For the event thread. */
final class BookSums {

    /** A record's part in the sums. */
    private record Entry(String gateway, RecordHash hash) {}

    private final RecordHasher hasher = new RecordHasher("");
    private final Map<RecordKind, Map<Id, Entry>> entries = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Total> totals = new EnumMap<>(RecordKind.class);

    BookSums() {
        for (RecordKind kind : RecordKind.values()) {
            entries.put(kind, new HashMap<>());
            totals.put(kind, Total.NONE);
        }
    }

    /** Adds a record, in place of an older one of its id. */
    void put(StateRecord record) {
        RecordKind kind = RecordKind.of(record);
        RecordHash hash = hasher.hash(record);
        Entry before = entries.get(kind).put(record.id(), new Entry(record.gateway(), hash));
        Total total = totals.get(kind);
        if (before != null) total = total.minus(before.hash);
        totals.put(kind, total.plus(hash));
    }

    /** Takes the record of an id out, if there is one. */
    void remove(RecordKind kind, Id id) {
        Entry before = entries.get(kind).remove(id);
        if (before != null) totals.computeIfPresent(kind, (same, total) -> total.minus(before.hash));
    }

    /** Takes out what leaves the books with a comparison: records of its path, or of one behind it, only. */
    void remove(Resync resync) {
        resync.removed().forEach((kind, ids) -> ids.forEach(id -> {
            Entry entry = entries.get(kind).get(id);
            if (entry != null && GatewayPath.isUnder(entry.gateway, resync.gateway())) remove(kind, id);
        }));
    }

    Digest digest() {
        return new Digest(Digest.EVERYTHING, totals);
    }
}

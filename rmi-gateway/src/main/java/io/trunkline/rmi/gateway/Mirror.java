package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records that were published here, to compare a later snapshot with. It outlives connections.
 *
 * <p>Used under the lock of the gateway's stream receivers.
 */
final class Mirror {

    private final Map<RecordKind, Map<Id, StateRecord>> records = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Set<Id>> unseen = new EnumMap<>(RecordKind.class); // not in the snapshot so far
    private List<StateRecord> first = new ArrayList<>(); // those of the first snapshot, not entered yet; then null

    Mirror() {
        for (RecordKind kind : RecordKind.values()) {
            records.put(kind, new HashMap<>());
            unseen.put(kind, new HashSet<>());
        }
    }

    /** Whether nothing was ever published. */
    boolean isEmpty() {
        return (first == null || first.isEmpty()) && records.values().stream().allMatch(Map::isEmpty);
    }

    /** A snapshot begins to come in. */
    void beginSnapshot() {
        if (isEmpty()) first = new ArrayList<>();
        else enterFirst();
        records.forEach((kind, byId) -> unseen.put(kind, new HashSet<>(byId.keySet())));
    }

    /** Notes a record. Answers whether it differs from what was published last under its id. */
    boolean put(StateRecord record) {
        if (first != null) {
            first.add(record);
            return true;
        }
        RecordKind kind = RecordKind.of(record);
        Id id = record.id();
        Set<Id> missing = unseen.get(kind);
        if (!missing.isEmpty()) missing.remove(id);
        return !record.equals(records.get(kind).put(id, record));
    }

    /** The snapshot is complete. Answers the ids that it did not have; they are forgotten. */
    Map<RecordKind, Set<Id>> endSnapshot() {
        Map<RecordKind, Set<Id>> gone = new EnumMap<>(RecordKind.class);
        if (first != null) return gone;
        records.forEach((kind, byId) -> {
            Set<Id> missing = unseen.put(kind, new HashSet<>());
            missing.forEach(byId::remove);
            if (!missing.isEmpty()) gone.put(kind, missing);
        });
        return gone;
    }

    /** Enters the records of the first snapshot, which takes a moment: to be called once that is complete. */
    void enterFirst() {
        List<StateRecord> entering = first;
        if (entering == null) return;
        first = null;
        for (StateRecord record : entering) records.get(RecordKind.of(record)).put(record.id(), record);
    }

    /** Forgets what a gateway further up found to be gone. */
    void remove(Resync resync) {
        resync.removed().forEach((kind, ids) -> records.get(kind).keySet().removeAll(ids));
    }
}

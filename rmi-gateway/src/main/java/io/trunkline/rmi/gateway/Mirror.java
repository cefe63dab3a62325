package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The records that were published here, to compare a later snapshot with. It outlives connections.
 *
 * <p>Used under the lock of the gateway's stream receivers.
 */
final class Mirror {

    private final Map<RecordKind, Map<Id, StateRecord>> records = new EnumMap<>(RecordKind.class);
    private Map<RecordKind, Set<Id>> seen; // ids of the snapshot that is coming in, null if none is

    Mirror() {
        for (RecordKind kind : RecordKind.values()) records.put(kind, new HashMap<>());
    }

    /** Whether nothing was ever published. */
    boolean isEmpty() {
        return records.values().stream().allMatch(Map::isEmpty);
    }

    /** A snapshot begins to come in. */
    void beginSnapshot() {
        seen = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) seen.put(kind, new HashSet<>());
    }

    /** Notes a record. Answers whether it differs from what was published last under its id. */
    boolean put(StateRecord record) {
        RecordKind kind = RecordKind.of(record);
        Id id = record.id();
        if (seen != null) seen.get(kind).add(id);
        return !record.equals(records.get(kind).put(id, record));
    }

    /** The snapshot is complete. Answers the ids that it did not have; they are forgotten. */
    Map<RecordKind, Set<Id>> endSnapshot() {
        Map<RecordKind, Set<Id>> gone = new EnumMap<>(RecordKind.class);
        records.forEach((kind, byId) -> {
            Set<Id> missing = new HashSet<>(byId.keySet());
            missing.removeAll(seen.get(kind));
            byId.keySet().removeAll(missing);
            if (!missing.isEmpty()) gone.put(kind, missing);
        });
        seen = null;
        return gone;
    }

    /** Forgets what a gateway further up found to be gone. */
    void remove(Resync resync) {
        resync.removed().forEach((kind, ids) -> records.get(kind).keySet().removeAll(ids));
    }
}

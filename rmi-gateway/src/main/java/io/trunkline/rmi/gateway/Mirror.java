package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import java.util.ArrayList;
import java.util.Collection;
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

    /** What a record is to the one of its id that was published last. */
    enum Change {
        /** The same. */
        NONE,
        /** The first, or one that books take in its place. */
        NEWS,
        /** One that books do not take in its place. */
        CONTRADICTION
    }

    private final Map<RecordKind, Map<Id, StateRecord>> records = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Set<Id>> unseen = new EnumMap<>(RecordKind.class); // not in the snapshot so far
    private List<StateRecord> first = new ArrayList<>(); // those of the first snapshot, not entered yet; then null
    private Differences differences; // of the books and the next snapshot; null if nobody asks

    Mirror() {
        for (RecordKind kind : RecordKind.values()) {
            records.put(kind, new HashMap<>());
            unseen.put(kind, new HashSet<>());
        }
    }

    /** Whether a snapshot has nothing to be compared with. */
    boolean isEmpty() {
        return differences == null && (first == null || first.isEmpty())
                && records.values().stream().allMatch(Map::isEmpty);
    }

    /** Takes over what the books hold, which is not what was published, and notes how the next snapshot differs. */
    void replaceBy(Collection<StateRecord> held) {
        first = null;
        differences = new Differences();
        records.values().forEach(Map::clear);
        held.forEach(this::enter);
    }

    private void enter(StateRecord record) {
        records.get(RecordKind.of(record)).put(record.id(), record);
    }

    /** A snapshot begins to come in. */
    void beginSnapshot() {
        if (isEmpty()) first = new ArrayList<>();
        else enterFirst();
        records.forEach((kind, byId) -> unseen.put(kind, new HashSet<>(byId.keySet())));
    }

    /** Notes a record. */
    Change put(StateRecord record) {
        if (first != null) {
            first.add(record);
            return Change.NEWS;
        }
        RecordKind kind = RecordKind.of(record);
        Id id = record.id();
        Set<Id> missing = unseen.get(kind);
        if (!missing.isEmpty()) missing.remove(id);
        StateRecord before = records.get(kind).put(id, record);
        if (record.equals(before)) return Change.NONE;
        if (differences != null) differences.add(before, record);
        return before == null || record.mayFollow(before) ? Change.NEWS : Change.CONTRADICTION;
    }

    /** The snapshot is complete. Answers the ids that it did not have; they are forgotten. */
    Map<RecordKind, Set<Id>> endSnapshot() {
        Map<RecordKind, Set<Id>> gone = new EnumMap<>(RecordKind.class);
        if (first != null) return gone;
        records.forEach((kind, byId) -> {
            Set<Id> missing = unseen.put(kind, new HashSet<>());
            missing.forEach(id -> {
                StateRecord record = byId.remove(id);
                if (differences != null) differences.add(record, null);
            });
            if (!missing.isEmpty()) gone.put(kind, missing);
        });
        return gone;
    }

    /** How the books and the snapshot that is complete differed, if that was asked for; nothing otherwise. */
    List<String> takeDifferences() {
        if (differences == null) return List.of();
        List<String> sentences = differences.sentences();
        differences = null;
        return sentences;
    }

    /** Enters the records of the first snapshot, which takes a moment: to be called once that is complete. */
    void enterFirst() {
        List<StateRecord> entering = first;
        if (entering == null) return;
        first = null;
        entering.forEach(this::enter);
    }

    /** Forgets what a gateway further up found to be gone. */
    void remove(Resync resync) {
        resync.removed().forEach((kind, ids) -> records.get(kind).keySet().removeAll(ids));
    }
}

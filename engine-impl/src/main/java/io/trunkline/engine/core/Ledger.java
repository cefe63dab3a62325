package io.trunkline.engine.core;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.StateRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last record of each id, in order of first arrival. The event thread writes, any thread reads, none waits.
 *
 * @param <T> the kind of record
 */
final class Ledger<T extends StateRecord> {

    private static final class Line<T> {
        private final Id id;
        private final long number;
        private volatile T last; // written by the event thread

        private Line(Id id, long number, T first) {
            this.id = id;
            this.number = number;
            this.last = first;
        }
    }

    private final Map<Id, Line<T>> lines = new ConcurrentHashMap<>();
    private final Roll<Line<T>> roll = new Roll<>();
    private long arrived; // event thread only

    /** The record of an id, or null. */
    T last(Id id) {
        Line<T> line = lines.get(id);
        return line == null ? null : line.last;
    }

    Optional<T> find(Id id) {
        return Optional.ofNullable(last(id));
    }

    /** Keeps a record. Returns the number of its id in order of first arrival. */
    long put(Id id, T record) {
        Line<T> line = lines.get(id);
        if (line != null) {
            line.last = record;
            return line.number;
        }
        line = new Line<>(id, ++arrived, record);
        lines.put(id, line);
        roll.add(line);
        return line.number;
    }

    List<T> all() {
        List<Line<T>> copy = roll.copy();
        List<T> records = new ArrayList<>(copy.size());
        for (Line<T> line : copy) {
            T record = line.last;
            if (record != null) records.add(record); // null only if the roll was read while it changed
        }
        return records;
    }

    /**
     * Removes the records of some ids if they are of the gateway path or of one behind it. Returns what was removed.
     */
    List<T> remove(Set<Id> ids, String gateway) {
        List<T> removed = new ArrayList<>();
        for (Id id : ids) {
            T record = last(id);
            if (record == null || !GatewayPath.isUnder(record.gateway(), gateway)) continue;
            lines.remove(id);
            removed.add(record);
        }
        if (!removed.isEmpty()) roll.removeIf(line -> lines.get(line.id) != line);
        return removed;
    }
}

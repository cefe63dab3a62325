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
        private final long number;
        private int place; // in the roll; event thread only
        private volatile T last; // written by the event thread

        private Line(long number, int place, T first) {
            this.number = number;
            this.place = place;
            this.last = first;
        }
    }

    private final Map<Id, Line<T>> lines = new ConcurrentHashMap<>();
    private final Roll<T> roll = new Roll<>();
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
            roll.set(line.place, record); // first: who finds the record finds it in the roll, too
            line.last = record;
            return line.number;
        }
        line = new Line<>(++arrived, roll.add(record), record);
        lines.put(id, line);
        return line.number;
    }

    List<T> all() {
        return roll.copy();
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
        if (!removed.isEmpty()) closeGaps();
        return removed;
    }

    private void closeGaps() {
        roll.removeIf(record -> !lines.containsKey(record.id()));
        int place = 0;
        for (T record : roll.copy()) lines.get(record.id()).place = place++;
    }
}

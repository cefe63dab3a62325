package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A gateway compared its records with the other side's after a break. What changed was published before this event;
 * what the other side no longer has is named here and leaves the engine's books with it. Nothing else ever removes a
 * record.
 *
 * @param gateway the path of the gateway that was compared
 * @param removed the ids that are gone, by kind; kinds without any are absent
 * @param time when it was compared
 */
public record Resync(String gateway, Map<RecordKind, Set<Id>> removed, Instant time) implements Event {

    /** Checks that nothing is null and copies the ids. */
    public Resync {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(time, "time");
        Map<RecordKind, Set<Id>> copy = new EnumMap<>(RecordKind.class);
        removed.forEach((kind, ids) -> {
            if (!ids.isEmpty()) copy.put(kind, Set.copyOf(ids));
        });
        removed = Collections.unmodifiableMap(copy);
    }

    /** The removed ids of a kind. */
    public Set<Id> removed(RecordKind kind) {
        return removed.getOrDefault(kind, Set.of());
    }

    @Override
    public String key() {
        return gateway;
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.util.HashMap;
import java.util.Map;

/** Where in the queue the newest tick of each gateway and instrument waits. Guarded by the queue's monitor. */
final class TickIndex {

    private static final class Place {
        private Chunk chunk;
        private int index;
        private Tick tick;
    }

    private final Map<String, Map<InstrumentId, Place>> places = new HashMap<>();

    /** Indexes every tick of a chain of chunks. */
    static TickIndex of(Chunk head) {
        TickIndex result = new TickIndex();
        for (Chunk chunk = head; chunk != null; chunk = chunk.next) {
            for (int i = 0; i < chunk.count; i++) {
                if (chunk.items[i] instanceof Tick tick) result.put(tick, chunk, i);
            }
        }
        return result;
    }

    void put(Tick tick, Chunk chunk, int index) {
        Place place = places.computeIfAbsent(tick.gateway(), gateway -> new HashMap<>())
                .computeIfAbsent(tick.instrument(), instrument -> new Place());
        place.chunk = chunk;
        place.index = index;
        place.tick = tick;
    }

    /** Puts a tick in the place of the queued one of its gateway and instrument. Returns false if none is queued. */
    boolean replace(Tick tick) {
        Map<InstrumentId, Place> ofGateway = places.get(tick.gateway());
        Place place = ofGateway == null ? null : ofGateway.get(tick.instrument());
        // A chunk that was taken may be in use again with other items, so the item must be the very tick.
        if (place == null || place.chunk.taken || place.chunk.items[place.index] != place.tick) return false;
        place.chunk.items[place.index] = tick;
        place.tick = tick;
        return true;
    }
}

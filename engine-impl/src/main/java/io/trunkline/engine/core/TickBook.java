package io.trunkline.engine.core;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last ticks. The event thread writes, any thread reads. */
final class TickBook {

    private static final class Cell {
        private volatile Tick last;
    }

    private final Map<String, Map<InstrumentId, Cell>> byGateway = new ConcurrentHashMap<>();
    private final Map<InstrumentId, Cell> newest = new ConcurrentHashMap<>();

    void put(Tick tick) {
        InstrumentId instrument = tick.instrument();
        Map<InstrumentId, Cell> ofGateway = byGateway.get(tick.gateway());
        if (ofGateway == null) {
            ofGateway = new ConcurrentHashMap<>();
            byGateway.put(tick.gateway(), ofGateway);
        }
        put(ofGateway, instrument, tick);
        put(newest, instrument, tick);
    }

    private static void put(Map<InstrumentId, Cell> cells, InstrumentId instrument, Tick tick) {
        Cell cell = cells.get(instrument);
        if (cell != null) {
            cell.last = tick;
            return;
        }
        cell = new Cell();
        cell.last = tick;
        cells.put(instrument, cell);
    }

    Optional<Tick> find(InstrumentId instrument) {
        return Optional.ofNullable(newest.get(instrument)).map(cell -> cell.last);
    }

    Optional<Tick> find(String gateway, InstrumentId instrument) {
        return Optional.ofNullable(byGateway.get(gateway)).map(cells -> cells.get(instrument)).map(cell -> cell.last);
    }

    List<Tick> all() {
        List<Tick> ticks = new ArrayList<>();
        byGateway.values().forEach(cells -> cells.values().forEach(cell -> ticks.add(cell.last)));
        return ticks;
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The last ticks. The event thread writes, any thread reads. */
final class TickBook {

    /** The place of the last tick of an instrument at a gateway, which knows the place of the instrument's newest. */
    private static final class Cell {
        private final AtomicReference<Tick> last = new AtomicReference<>();
        private final AtomicReference<Tick> newest;

        private Cell(AtomicReference<Tick> newest) {
            this.newest = newest;
        }

        private void set(Tick tick) {
            last.setRelease(tick);
            newest.setRelease(tick);
        }
    }

    private final Map<String, Map<InstrumentId, Cell>> byGateway = new ConcurrentHashMap<>();
    private final Map<InstrumentId, AtomicReference<Tick>> newest = new ConcurrentHashMap<>();

    void put(Tick tick) {
        Map<InstrumentId, Cell> ofGateway = byGateway.get(tick.gateway());
        Cell cell = ofGateway == null ? null : ofGateway.get(tick.instrument());
        if (cell == null) addCell(tick);
        else cell.set(tick);
    }

    private void addCell(Tick tick) {
        Cell cell = new Cell(newest.computeIfAbsent(tick.instrument(), instrument -> new AtomicReference<>(tick)));
        cell.set(tick); // before anybody can find it
        byGateway.computeIfAbsent(tick.gateway(), gateway -> new ConcurrentHashMap<>()).put(tick.instrument(), cell);
    }

    Optional<Tick> find(InstrumentId instrument) {
        return Optional.ofNullable(newest.get(instrument)).map(AtomicReference::get);
    }

    Optional<Tick> find(String gateway, InstrumentId instrument) {
        return Optional.ofNullable(byGateway.get(gateway)).map(cells -> cells.get(instrument))
                .map(cell -> cell.last.get());
    }

    List<Tick> all() {
        List<Tick> ticks = new ArrayList<>();
        byGateway.values().forEach(cells -> cells.values().forEach(cell -> ticks.add(cell.last.get())));
        return ticks;
    }
}

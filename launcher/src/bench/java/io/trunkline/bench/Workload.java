package io.trunkline.bench;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.util.List;

/**
 * The ticks that a run publishes over and over, in this order. Every JVM of a run makes the same ones. The place of a
 * tick in the list stands in its time, below the millisecond, so that a receiver can tell which one it got.
 *
 * @param contracts the contracts of all instruments
 * @param ticks the ticks; at most a million
 */
record Workload(List<Contract> contracts, List<Tick> ticks) {

    private static final int MILLISECOND = 1_000_000;

    /** The gateway that all ticks come from. */
    static final String GATEWAY = "BENCH";

    Workload {
        contracts = List.copyOf(contracts);
        ticks = List.copyOf(ticks);
        if (ticks.size() > MILLISECOND) throw new IllegalArgumentException("too many ticks: " + ticks.size());
    }

    /** The place of a tick in the list. */
    static int placeOf(Tick tick) {
        return tick.time().getNano() % MILLISECOND;
    }

    List<InstrumentId> instruments() {
        return contracts.stream().map(Contract::instrument).toList();
    }
}

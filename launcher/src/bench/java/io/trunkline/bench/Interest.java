package io.trunkline.bench;

import io.trunkline.engine.model.InstrumentId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one subscriber wants of a workload.
 *
 * @param instruments the instruments; empty for all
 * @param places the places of the workload's ticks that it gets, rising
 */
record Interest(List<InstrumentId> instruments, int[] places) {

    /** Everything, or for {@code count} above 0 so many instruments, other ones for each subscriber as far as may be. */
    static Interest of(Workload workload, int subscriber, int count) {
        int size = workload.ticks().size();
        if (count == 0) return new Interest(List.of(), IntStream.range(0, size).toArray());
        List<InstrumentId> all = workload.instruments();
        List<InstrumentId> mine =
                IntStream.range(0, count).mapToObj(i -> all.get((subscriber * count + i) % all.size())).toList();
        Set<InstrumentId> set = new HashSet<>(mine);
        return new Interest(mine, IntStream.range(0, size)
                .filter(place -> set.contains(workload.ticks().get(place).instrument())).toArray());
    }

    /** How much of the workload's round it will have got when it has got its last tick of a round. */
    int lastPlace() {
        return places[places.length - 1];
    }
}

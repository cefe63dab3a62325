package io.trunkline.bench;

import io.trunkline.engine.model.InstrumentId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a subscribing side is to do.
 *
 * @param address what the publisher said of itself
 * @param workload what will be published
 * @param index number of this subscriber, from 0
 * @param instruments the instruments it wants; empty for all
 * @param folder the folder that the sides of this run may use for files
 * @param options options of the row
 */
record SubscribeSpec(
        String address, Workload workload, int index, List<InstrumentId> instruments, Path folder,
        Map<String, String> options) {

    SubscribeSpec {
        instruments = List.copyOf(instruments);
        options = Map.copyOf(options);
    }
}

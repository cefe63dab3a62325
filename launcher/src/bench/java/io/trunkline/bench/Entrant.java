package io.trunkline.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who takes part in a row.
 *
 * @param label its name in the row
 * @param transport name of its transport
 * @param setup its workload and clients
 */
record Entrant(String label, String transport, Setup setup) {

    /** Some transports, all set up alike, under their own names. */
    static List<Entrant> of(Setup setup, String... transports) {
        return Stream.of(transports).map(transport -> new Entrant(transport, transport, setup)).toList();
    }
}

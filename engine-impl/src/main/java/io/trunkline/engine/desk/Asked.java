package io.trunkline.engine.desk;

import io.trunkline.engine.model.InstrumentId;
import java.time.Instant;
import java.util.List;

/**
 * An order or quote that a client asks for.
 *
 * @param limits the client's
 * @param all the limits of all clients together
 */
record Asked(String client, Limits limits, Limits all, List<Leg> legs, Instant now) {

    String gateway() {
        return legs.get(0).gateway();
    }

    InstrumentId instrument() {
        return legs.get(0).instrument();
    }

    /** How many orders it counts as: a quote with two sides as two. */
    int orders() {
        return legs.size();
    }
}

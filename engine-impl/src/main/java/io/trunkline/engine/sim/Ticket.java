package io.trunkline.engine.sim;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.time.Instant;
import java.util.List;

/** An order or quote that the exchange took, as it stands. Guarded by the exchange's lock. */
interface Ticket {

    Id id();

    InstrumentId instrument();

    Status status();

    /** Its sides: one of an order, one or two of a quote. */
    List<Leg> legs();

    /** Moves to a state and returns the event that says so. The volume traded is that of its legs. */
    Event moveTo(Status status, Instant time, String message);

    /** The builder of a fill's trade: with all but the leg's own figures. */
    Trade.Builder trade();

    /** The state after a fill. */
    default Status statusAfterFill() {
        return legs().stream().allMatch(Leg::isFilled) ? Status.ALLTRADED : Status.PARTTRADED;
    }
}

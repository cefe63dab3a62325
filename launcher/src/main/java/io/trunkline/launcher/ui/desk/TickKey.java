package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;

/** What tells one row of ticks from another: the same instrument may be quoted at two gateways. */
record TickKey(String gateway, InstrumentId instrument) {

    static TickKey of(Tick tick) {
        return new TickKey(tick.gateway(), tick.instrument());
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.model.InstrumentId;

/** A bar file and the instrument whose bars it has. */
record BarSource(InstrumentId instrument, DataFile file) {}

package io.trunkline.rmi.wire;

import io.trunkline.engine.model.InstrumentId;

/** What the reader of a stream may see. Immutable. */
public interface Visibility {

    /** Whether it sees a gateway's records. */
    boolean seesGateway(String path);

    /** Whether it sees what is about an instrument at a gateway. */
    boolean seesInstrument(String path, InstrumentId instrument);

    /** Whether it sees orders, trades and quotes of somebody. */
    boolean seesOwner(String name);
}

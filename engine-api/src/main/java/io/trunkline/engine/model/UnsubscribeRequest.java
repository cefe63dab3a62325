package io.trunkline.engine.model;

import java.util.Objects;

/**
 * Ends the asker's interest in an instrument's ticks. Others' interest is not touched.
 *
 * @param gateway the path of the gateway
 * @param instrument the instrument
 */
public record UnsubscribeRequest(String gateway, InstrumentId instrument) implements Request {

    /** Checks that nothing is null. */
    public UnsubscribeRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
    }

    @Override
    public UnsubscribeRequest at(String path) {
        return new UnsubscribeRequest(path, instrument);
    }
}

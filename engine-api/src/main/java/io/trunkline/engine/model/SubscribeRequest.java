package io.trunkline.engine.model;

import java.util.Objects;

/**
 * Asks for an instrument's ticks. Asking twice is the same as once.
 *
 * @param gateway the path of the gateway
 * @param instrument the instrument
 */
public record SubscribeRequest(String gateway, InstrumentId instrument) implements Request {

    /** Checks that nothing is null. */
    public SubscribeRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
    }

    @Override
    public SubscribeRequest at(String path) {
        return new SubscribeRequest(path, instrument);
    }
}

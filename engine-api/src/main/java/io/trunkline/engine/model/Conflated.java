package io.trunkline.engine.model;

import java.util.Objects;

/**
 * Ticks were replaced by newer ones of their instruments before anyone here saw them, because a reader was too slow.
 * Nothing but ticks is ever left out.
 *
 * @param gateway the path of the gateway whose stream was conflated; empty for this engine's own queue
 * @param ticks how many were left out since the last event of this kind
 */
public record Conflated(String gateway, long ticks) implements Event {

    /** Checks that the gateway is not null. */
    public Conflated {
        Objects.requireNonNull(gateway, "gateway");
    }

    @Override
    public String key() {
        return gateway;
    }
}

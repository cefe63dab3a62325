package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The engine's clock ticked. It never leaves the engine.
 *
 * @param count 1 for the first since the engine started
 * @param time the wall clock then
 */
public record TimerEvent(long count, Instant time) implements Event {

    /** Checks that the time is not null. */
    public TimerEvent {
        Objects.requireNonNull(time, "time");
    }

    /** There is no key: always null. */
    @Override
    public Object key() {
        return null;
    }
}

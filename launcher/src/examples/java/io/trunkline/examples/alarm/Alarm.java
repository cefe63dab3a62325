package io.trunkline.examples.alarm;

import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.InstrumentId;

/**
 * A price has risen above a limit.
 *
 * @param instrument what it is the price of
 * @param price the first price above the limit
 */
public record Alarm(InstrumentId instrument, double price) implements AppEvent {

    static final String KIND = "alarm.Alarm";

    @Override
    public String kind() {
        return KIND;
    }
}

package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The trading of an interval.
 *
 * @param gateway the path of the gateway that it comes from
 * @param instrument what was traded
 * @param time the start of the interval
 * @param interval its span
 * @param volume lots traded in it
 * @param turnover money traded in it
 * @param openInterest open positions at its end
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 */
public record Bar(
        String gateway, InstrumentId instrument, Instant time, Interval interval, double volume, double turnover,
        double openInterest, double open, double high, double low, double close) {

    /** Checks that nothing is null. */
    public Bar {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(interval, "interval");
    }

    /** The same bar as seen at another gateway path. */
    public Bar at(String path) {
        return new Bar(path, instrument, time, interval, volume, turnover, openInterest, open, high, low, close);
    }
}

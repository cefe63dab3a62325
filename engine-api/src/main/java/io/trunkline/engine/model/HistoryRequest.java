package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks for recorded bars.
 *
 * @param gateway the path of the gateway
 * @param instrument the instrument
 * @param start bars that begin at this instant or later
 * @param end bars that begin at this instant or earlier; null for no end
 * @param interval the span of the bars
 */
public record HistoryRequest(String gateway, InstrumentId instrument, Instant start, Instant end, Interval interval)
        implements Request {

    /** Checks that nothing but the end is null and that the end is not before the start. */
    public HistoryRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(interval, "interval");
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("end " + end + " is before start " + start);
        }
    }

    @Override
    public HistoryRequest at(String path) {
        return new HistoryRequest(path, instrument, start, end, interval);
    }
}

package io.trunkline.engine.plugin;

import java.util.List;

/**
 * How long something took, as a {@link LatencyHistogram} counted it. Immutable; times are in nanoseconds, 0 if there
 * are no samples.
 *
 * @param samples how many times were measured
 * @param p50 half of them were not longer
 * @param p90 nine in ten were not longer
 * @param p99 99 of a hundred were not longer
 * @param max the longest
 */
public record Latencies(long samples, long p50, long p90, long p99, long max) {

    /** Nothing was measured. */
    public static final Latencies NONE = new Latencies(0, 0, 0, 0, 0);

    /**
     * Rows for a monitor with the columns {@code figure} and {@code value}: percentiles in microseconds, and how many
     * samples they are of.
     *
     * @param what what was measured, such as {@code encoded to written}
     */
    public List<List<Object>> figures(String what) {
        return List.of(List.of(what + " p50 us", micros(p50)), List.of(what + " p99 us", micros(p99)),
                List.of(what + " max us", micros(max)), List.of(what + " samples", samples));
    }

    /** A time in microseconds, to a tenth. */
    public static double micros(long nanos) {
        return Math.round(nanos / 100.0) / 10.0;
    }
}

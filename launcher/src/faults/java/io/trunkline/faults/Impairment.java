package io.trunkline.faults;

import java.time.Duration;
import java.util.Objects;

/**
 * What a direction of a proxy does to the bytes that pass. Immutable; start from {@link #NONE}.
 *
 * @param latency how long each byte is delayed; the order of bytes is kept
 * @param jitter how much the delay varies at random, up and down
 * @param bytesPerSecond the bandwidth that all connections share; 0 for no limit
 * @param slice the most bytes that are written at once, from 1; the length varies at random. 0 for no limit
 * @param flow whether bytes pass at all
 */
public record Impairment(Duration latency, Duration jitter, long bytesPerSecond, int slice, Flow flow) {

    /** Whether bytes pass. */
    public enum Flow {
        /** They pass. */
        PASS,
        /**
         * None passes and none is lost: senders find that the other side does not read. As when packets are dropped and
         * then sent again.
         */
        HOLD,
        /** They are read and thrown away. Connections that lost some are reset when this ends. */
        DISCARD
    }

    /** Bytes pass at once. */
    public static final Impairment NONE = new Impairment(Duration.ZERO, Duration.ZERO, 0, 0, Flow.PASS);

    /** Checks that nothing is null or negative and that the delay cannot be. */
    public Impairment {
        Objects.requireNonNull(flow, "flow");
        if (jitter.isNegative() || latency.compareTo(jitter) < 0) {
            throw new IllegalArgumentException("a latency of " + latency + " with a jitter of " + jitter);
        }
        if (bytesPerSecond < 0) throw new IllegalArgumentException("bytesPerSecond is negative: " + bytesPerSecond);
        if (slice < 0) throw new IllegalArgumentException("slice is negative: " + slice);
    }

    /** The same with another delay. */
    public Impairment withLatency(Duration mean, Duration deviation) {
        return new Impairment(mean, deviation, bytesPerSecond, slice, flow);
    }

    /** The same with another bandwidth. */
    public Impairment withBandwidth(long limit) {
        return new Impairment(latency, jitter, limit, slice, flow);
    }

    /** The same with another greatest length of a write. */
    public Impairment withSlice(int longest) {
        return new Impairment(latency, jitter, bytesPerSecond, longest, flow);
    }

    /** The same with another flow. */
    public Impairment withFlow(Flow other) {
        return new Impairment(latency, jitter, bytesPerSecond, slice, other);
    }
}

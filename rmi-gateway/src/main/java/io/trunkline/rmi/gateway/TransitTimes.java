package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.LatencyHistogram;

/**
 * How long a session's events take from the server's sending until they are decoded and published here; of at most a
 * hundred chunks a second. For the stream's thread.
 */
final class TransitTimes {

    private static final long INTERVAL = 10_000_000;

    private final ServerClock clock;
    private final LatencyHistogram times;
    private long last = System.nanoTime() - INTERVAL;

    /** Takes times by what is known of the server's clock and adds them to a histogram. */
    TransitTimes(ServerClock clock, LatencyHistogram times) {
        this.clock = clock;
        this.times = times;
    }

    /**
     * A chunk was just decoded.
     *
     * @param sent when the server began to send it, by its clock; 0 if it does not say
     * @param heard when it was last heard, not long ago
     */
    void decoded(long sent, long heard) {
        if (heard - last < INTERVAL || sent == 0 || !clock.isKnown()) return;
        last = heard;
        times.record(System.nanoTime() - clock.toOwn(sent));
    }
}

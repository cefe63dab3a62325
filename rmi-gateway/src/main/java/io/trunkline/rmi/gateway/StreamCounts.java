package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.LatencyHistogram;
import io.trunkline.engine.plugin.RateMeter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a gateway counts of its streams, over all connections. Written on the streams' threads unless said, read by any.
 */
final class StreamCounts {

    final AtomicLong events = new AtomicLong();
    final AtomicLong conflated = new AtomicLong();
    final AtomicLong gaps = new AtomicLong();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong duplicates = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong unknownAppEvents = new AtomicLong();
    final AtomicLong connects = new AtomicLong();
    final AtomicLong digests = new AtomicLong(); // this and the next on the connector's thread
    final AtomicLong digestsThatDiffered = new AtomicLong();
    final AtomicLong resumes = new AtomicLong();
    final LatencyHistogram transits = new LatencyHistogram(); // of events, from the server's sending to here
    final LatencyHistogram beats = new LatencyHistogram(); // round trips; on the thread of the session's pulse
    private final RateMeter eventRate = new RateMeter(0, System.nanoTime());
    private final RateMeter byteRate = new RateMeter(0, System.nanoTime());

    /** Looks at the counts. To be called again and again, by any thread. */
    void measure(long now) {
        eventRate.look(events.get(), now);
        byteRate.look(bytes.get(), now);
    }

    /** Events a second, as of the last look. */
    double eventsPerSecond() {
        return eventRate.perSecond();
    }

    /** KiB of frames a second, as of the last look. */
    double kibibytesPerSecond() {
        return Math.round(byteRate.perSecond() / 102.4) / 10.0;
    }
}

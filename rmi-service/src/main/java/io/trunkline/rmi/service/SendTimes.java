package io.trunkline.rmi.service;

import io.trunkline.engine.plugin.Latencies;
import io.trunkline.engine.plugin.LatencyHistogram;
import io.trunkline.rmi.wire.Frames;

/**
 * How long frames of the log take until they are written to a client's socket, by those that have a stamp. For whoever
 * has the sender's turn, but for {@link #latencies}.
 */
final class SendTimes {

    private final EventLog log;
    private final FrameFilter filter;
    private final LatencyHistogram times = new LatencyHistogram();
    private LogStamp next = LogStamp.NONE; // what is being waited for, or was last
    private long reached; // the sequence up to which all was written, or is not measured

    SendTimes(EventLog log, FrameFilter filter) {
        this.log = log;
        this.filter = filter;
    }

    /** The client begins: what it has to catch up with is not measured. */
    void begin() {
        reached = log.through();
    }

    /** All that the client wants of the log up to a sequence was just written. */
    void written(long sequence) {
        LogStamp stamp = next.sequence() > reached ? next : log.stamp();
        if (stamp.sequence() > reached) {
            boolean isWanted = isWanted(stamp);
            next = isWanted ? stamp : LogStamp.NONE;
            if (isWanted && stamp.sequence() <= sequence) times.record(System.nanoTime() - stamp.nanos());
        }
        reached = Math.max(reached, sequence);
    }

    /** What the client does not get passes in silence: that takes no time. */
    private boolean isWanted(LogStamp stamp) {
        if (stamp.key() != FrameChains.STATE) return filter.wants(stamp.key());
        return filter.isAll() || isAnyTaken(stamp.from(), stamp.from() + stamp.length());
    }

    /** Whether any of the frames between two positions is sent; none if they may be overwritten. */
    private boolean isAnyTaken(long from, long end) {
        FrameRing ring = log.ring();
        boolean isTaken = false;
        for (long at = from; at + Frames.HEADER <= end && !isTaken;) {
            isTaken = filter.takes(ring, at);
            int length = ring.length(at);
            if (length < Frames.HEADER || length > end - at) break; // overwritten
            at += length;
        }
        return isTaken && log.isIntact(from);
    }

    /** Any thread. */
    Latencies latencies() {
        return times.latencies();
    }
}

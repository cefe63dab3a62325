package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.Protocol;
import java.util.Arrays;

/**
 * Decides which ticks a reader that is far behind may leave out: those of which the backlog holds a newer one for the
 * same instrument. Looks at the headers of a backlog once, then knows each instrument's last tick in it.
 *
 * <p>Owned by the reader's thread.
 */
final class Conflation {

    private static final int TICK = FrameKind.TICK.ordinal();
    private static final int PAD = FrameKind.PAD.ordinal();

    private final EventLog log;
    private final long threshold;
    private long until; // ticks before this position are judged
    private long[] newest = new long[64]; // position of the last tick before that, by instrument

    Conflation(EventLog log, long threshold) {
        this.log = log;
        this.threshold = threshold;
    }

    /** Makes ready for a read. Answers false if the backlog was overwritten meanwhile. */
    boolean prepare(long from, long end, TickFilter filter) {
        if (from < until || end - from <= threshold) return true;
        Arrays.fill(newest, 0);
        byte[] ring = log.ring();
        long at = from;
        while (at < end) {
            int room = log.room(at);
            int index = log.index(at);
            if (room < Frames.HEADER || Frames.kind(ring, index) == PAD) {
                at += room;
                continue;
            }
            int length = Frames.length(ring, index);
            if (length < Frames.HEADER || length > room || length > Protocol.MAX_FRAME) return false;
            if (Frames.kind(ring, index) == TICK && !note(Frames.instrument(ring, index), at, filter)) return false;
            at += length;
        }
        until = end;
        return log.isIntact(from);
    }

    /** Answers false if the number is none because the frame was overwritten: room is never made for such a one. */
    private boolean note(int instrument, long at, TickFilter filter) {
        if (instrument < 0) return false;
        if (!filter.wants(instrument)) return true;
        if (instrument >= newest.length) {
            if (!log.isIntact(at)) return false;
            newest = Arrays.copyOf(newest, Math.max(newest.length * 2, instrument + 1));
        }
        newest[instrument] = at;
        return true;
    }

    boolean isOutdated(long at, int instrument) {
        return at < until && instrument >= 0 && instrument < newest.length && at < newest[instrument];
    }
}

package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.WireWriter;
import java.util.concurrent.locks.LockSupport;

/**
 * One session's place in the log. It copies frames out, leaves out ticks that a filter does not want, and when it is
 * far behind also those that a newer tick of their instrument outdates.
 *
 * <p>Owned by the session's sender thread; only {@link #signal} is called by others.
 */
final class LogReader {

    /** What a read came to. */
    enum Result {
        /** Went on, at least by one frame. */
        ADVANCED,
        /** There is nothing new. */
        AT_END,
        /** Its place was overwritten: it can never go on. */
        OVERTAKEN
    }

    private static final int TICK = FrameKind.TICK.ordinal();
    private static final int PAD = FrameKind.PAD.ordinal();

    private final EventLog log;
    private final Conflation conflation;
    private final Thread owner;
    private long position;
    private volatile long through;
    private long conflated;
    private volatile boolean waiting;
    private volatile boolean woken;

    /**
     * A reader that starts after a sequence.
     *
     * @param owner the thread that waits for frames
     * @param conflateAbove how many bytes behind it begins to conflate
     */
    LogReader(EventLog log, Thread owner, long position, long through, long conflateAbove) {
        this.log = log;
        this.owner = owner;
        this.position = position;
        this.through = through;
        this.conflation = new Conflation(log, conflateAbove);
    }

    /** The sequence up to which it has read. Safe from any thread. */
    long through() {
        return through;
    }

    /** How many ticks the last {@link #read} left out for newer ones. */
    long conflated() {
        return conflated;
    }

    /**
     * Copies the next frames that the filter wants to {@code out}, until about {@code limit} bytes have come together
     * or the frame with the sequence {@code last} was passed.
     */
    Result read(WireWriter out, TickFilter filter, int limit, long last) {
        long end = log.published();
        long start = position;
        int before = out.length();
        conflated = 0;
        if (start == end || through >= last) return Result.AT_END;
        if (!log.isIntact(start)) return Result.OVERTAKEN;
        if (!conflation.prepare(start, end, filter)) return Result.OVERTAKEN;
        long at = start;
        long reached = through;
        byte[] ring = log.ring();
        while (at < end && reached < last && out.length() - before < limit) {
            int room = log.room(at);
            int index = log.index(at);
            if (room < Frames.HEADER || Frames.kind(ring, index) == PAD) {
                at += room;
                continue;
            }
            int length = Frames.length(ring, index);
            if (length < Frames.HEADER || length > room || length > Protocol.MAX_FRAME) return Result.OVERTAKEN;
            reached = Frames.sequence(ring, index);
            if (Frames.kind(ring, index) != TICK) {
                out.writeBytes(ring, index, length);
            } else {
                int instrument = Frames.instrument(ring, index);
                if (filter.wants(instrument)) {
                    if (conflation.isOutdated(at, instrument)) conflated++;
                    else out.writeBytes(ring, index, length);
                }
            }
            at += length;
        }
        if (!log.isIntact(start)) return Result.OVERTAKEN;
        position = at;
        through = reached;
        return Result.ADVANCED;
    }

    /** Waits until there may be something new, {@link #wake} was called or some time has passed. */
    void await(long nanos) {
        waiting = true;
        log.noteWaiting(true);
        if (log.published() == position && !woken) LockSupport.parkNanos(this, nanos);
        log.noteWaiting(false);
        waiting = false;
        woken = false;
    }

    /** Ends a wait if there is one. For the log's writer: it costs it one read while nobody waits. */
    void signal() {
        if (!waiting) return;
        waiting = false;
        LockSupport.unpark(owner);
    }

    /** Ends the wait of now, or else the next one. */
    void wake() {
        woken = true;
        LockSupport.unpark(owner);
    }
}

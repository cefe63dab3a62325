package io.trunkline.rmi.service;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.WireWriter;
import java.util.function.BooleanSupplier;

/**
 * One session's place in the log. For who wants all ticks it copies runs of the log as they are; for who wants a large
 * part of them it looks at every frame; for who wants few of them, or is far behind, it makes a {@link Backlog}.
 *
 * <p>Owned by the session's sender thread; {@link #wake}, {@link #want} and what is said so may be called by others.
 */
final class LogReader {

    /**
     * Who reads.
     *
     * @param thread the thread that waits for frames
     * @param strategy how it waits
     * @param work does its work on the thread of the log's writer while it waits; answers whether it may wait on
     */
    record Owner(Thread thread, WaitStrategy strategy, BooleanSupplier work) {}

    /** What a read came to. */
    enum Result {
        /** There are frames. */
        ADVANCED,
        /** There is nothing more that the filter wants. */
        AT_END,
        /** A frame that the filter wants was overwritten: it can never go on. */
        OVERTAKEN
    }

    /** While the writer is busy it may miss one who just began to wait, who therefore looks once more after this. */
    private static final long SECOND_LOOK_NANOS = 200_000;
    private static final int LEAST_RUN = 1 << 14; // bytes that are worth two writes
    private static final int ENOUGH = 112 << 10; // bytes that are worth a write of their own

    private static final int PAD = FrameKind.PAD.ordinal();

    private final EventLog log;
    private final FrameFilter filter;
    private final WaitStrategy strategy;
    private final Waiter waiter;
    private final Backlog backlog;
    private final long mostAsRuns; // bytes behind, above which it looks for what it wants
    private volatile LogPlace place;
    private volatile boolean conflating;
    private long conflated;
    private int frames;

    /**
     * A reader that starts at a place.
     *
     * @param owner the thread that waits for frames, and how
     * @param conflateAbove how many bytes behind it begins to conflate
     */
    LogReader(EventLog log, FrameFilter filter, Owner owner, LogPlace place, long conflateAbove) {
        this.log = log;
        this.filter = filter;
        this.place = place;
        this.strategy = owner.strategy();
        this.waiter = log.wakeUps().waiter(owner.thread(), filter.wantsAll(), owner.work());
        this.backlog = new Backlog(log, filter, conflateAbove);
        this.mostAsRuns = Math.min(conflateAbove, log.capacity() / 2);
    }

    Waiter waiter() {
        return waiter;
    }

    boolean wantsAll() {
        return filter.wantsAll();
    }

    /** How far it has read. Any thread. */
    LogPlace place() {
        return place;
    }

    /** Whether it was so far behind that outdated ticks are left out, and has not caught up yet. Any thread. */
    boolean isConflating() {
        return conflating;
    }

    /** How many ticks the last {@link #read} left out for newer ones. */
    long conflated() {
        return conflated;
    }

    /** How many frames the last {@link #read} copied. */
    int frames() {
        return frames;
    }

    /**
     * Copies the next frames that the filter wants to {@code out}: up to {@code limit} bytes of them, but at least one
     * if there is one.
     *
     * @param until where to stop; never before the {@code until} of an earlier read. The filter must not change before
     *     this is reached
     */
    Result read(WireWriter out, int limit, LogPlace until) {
        conflated = 0;
        frames = 0;
        if (!backlog.hasMore()) {
            long behind = until.position() - place.position();
            if (behind <= 0) return atEnd();
            if (behind <= mostAsRuns && filter.isLarge(log.chains().keys() - 1)) {
                Result result = readRuns(out, limit, until);
                if (result != Result.OVERTAKEN || filter.isAll()) return result;
            }
            if (!backlog.find(place, until)) return Result.OVERTAKEN;
            if (backlog.isConflating()) conflating = true;
        }
        boolean some = backlog.hasMore();
        if (some) {
            frames = backlog.copy(out, limit);
            if (frames == 0) return Result.OVERTAKEN;
            conflated = backlog.conflated();
        }
        place = backlog.reached();
        return some ? Result.ADVANCED : atEnd();
    }

    /**
     * Where a run of frames ends that the filter wants all of, and that stands in the log in one piece, so that it can
     * be sent from there: at or before a place, and some bytes on at most; null if {@link #read} serves better.
     */
    LogPlace endOfRun(int limit, LogPlace until) {
        LogPlace from = place;
        long left = until.position() - from.position();
        if (!filter.isAll() || backlog.hasMore() || left < LEAST_RUN || left > mostAsRuns) return null;
        LogPlace end = left <= limit ? until : log.marks().below(from.position() + limit);
        if (end == null) return null;
        long length = end.position() - from.position();
        boolean isInOnePiece = length < log.ring().room(from.position()); // up to the very end there may be padding
        return length >= LEAST_RUN && isInOnePiece ? end : null;
    }

    /** Goes on after a run that was sent. */
    void passRun(LogPlace end) {
        frames = (int) (end.sequence() - place.sequence());
        conflated = 0;
        place = end;
    }

    private Result atEnd() {
        if (conflating) conflating = false;
        return Result.AT_END;
    }

    private Result readRuns(WireWriter out, int limit, LogPlace until) {
        int start = out.length();
        while (place.position() < until.position()) {
            boolean isIntact = filter.isAll() ? copyRun(out, limit, until) : scanRun(out, limit, until);
            if (!isIntact) {
                out.truncate(start);
                return Result.OVERTAKEN;
            }
            if (out.length() > start) return Result.ADVANCED;
        }
        return atEnd();
    }

    /** Copies all frames that stand in one piece. Answers false if they were overwritten. */
    private boolean copyRun(WireWriter out, int limit, LogPlace until) {
        LogPlace from = place;
        int room = log.ring().room(from.position());
        long left = until.position() - from.position();
        int length = (int) Math.min(Math.min(left, limit), room);
        if (length < left) return scanTail(out, length, until);
        log.ring().copy(from.position(), length, out); // no padding: that is at the ring's end only
        if (!log.isIntact(from.position())) return false;
        frames = (int) (until.sequence() - from.sequence());
        place = until;
        return true;
    }

    /** Copies a number of bytes, then keeps the whole frames of them. */
    private boolean scanTail(WireWriter out, int length, LogPlace until) {
        LogPlace from = place;
        int start = out.length();
        log.ring().copy(from.position(), length, out);
        if (!log.isIntact(from.position())) return false;
        byte[] bytes = out.array();
        int at = start;
        int end = start + length;
        long sequence = from.sequence();
        while (end - at >= Frames.HEADER && Frames.kind(bytes, at) != PAD && Frames.length(bytes, at) <= end - at) {
            sequence = Frames.sequence(bytes, at);
            at += Frames.length(bytes, at);
            frames++;
        }
        out.truncate(at);
        if (at == start) return scanRun(out, 1, until); // one long frame, or padding
        place = new LogPlace(from.position() + at - start, sequence);
        return true;
    }

    /** Copies what is wanted of the frames that stand in one piece. Answers false if they were overwritten. */
    private boolean scanRun(WireWriter out, int limit, LogPlace until) {
        LogPlace from = place;
        int start = out.length();
        FrameRing ring = log.ring();
        long at = from.position();
        long sequence = from.sequence();
        while (at < until.position()) {
            if (ring.isPadded(at)) {
                at += ring.room(at);
                break;
            }
            int length = ring.length(at);
            if (length < Frames.HEADER || length > ring.room(at) || length > Protocol.MAX_FRAME) return false;
            if (filter.takes(ring, at)) {
                if (frames > 0 && out.length() - start + length > limit) break;
                ring.copy(at, length, out);
                frames++;
            }
            sequence = ring.sequence(at);
            at += length;
        }
        if (!log.isIntact(from.position())) return false;
        place = new LogPlace(at, sequence);
        return true;
    }

    /** Waits until there is something that the filter wants, {@link #wake} was called or some time has passed. */
    void await(long nanos) {
        long start = System.nanoTime();
        for (long idle = 0; idle < nanos && strategy.pause(idle); idle = System.nanoTime() - start) {
            if (waiter.isWoken() || hasNews()) break;
        }
        waiter.begin();
        long left = nanos - (System.nanoTime() - start);
        if (left > 0 && !hasNews()) {
            waiter.park(Math.min(left, SECOND_LOOK_NANOS));
            if (left > SECOND_LOOK_NANOS && !hasNews()) waiter.park(left - SECOND_LOOK_NANOS);
        }
        waiter.end();
    }

    /** While ever more is written, waits a moment until what there is to read is worth a write. */
    void rest() {
        long nanos = log.wakeUps().restNanos();
        long start = System.nanoTime();
        for (long idle = 0; idle < nanos && strategy.pause(idle); idle = System.nanoTime() - start) {
            if (waiter.isWoken() || isWorthReading()) return;
        }
        waiter.beginRest();
        long left = nanos - (System.nanoTime() - start);
        if (left > 0 && !isWorthReading()) waiter.park(left);
        waiter.end();
    }

    /** Whether it should read now: nothing more comes at once, or there is enough for a write. */
    boolean isWorthReading() {
        return log.isIdle() || log.end().position() - place.position() >= ENOUGH;
    }

    private boolean hasNews() {
        if (filter.isAll()) return log.through() > place.sequence();
        FrameChains chains = log.chains();
        long from = place.position();
        int keys = chains.keys();
        if (chains.newest(FrameChains.STATE) >= from) return true;
        for (int key = filter.next(1, keys); key < keys; key = filter.next(key + 1, keys)) {
            if (chains.newest(key) >= from) return true;
        }
        return false;
    }

    /** Whether it waits, having read all that the filter wants. Any thread. */
    boolean isWaiting() {
        return waiter.isWaiting();
    }

    /** Ends the wait of now, or else the next one. Any thread. */
    void wake() {
        waiter.wake();
    }

    /** Lets an instrument's ticks wake it, or no longer; the filter changes apart from that. Any thread. */
    void want(int instrument, boolean wanted) {
        if (!filter.wantsAll()) log.wakeUps().set(waiter, instrument, wanted);
    }
}

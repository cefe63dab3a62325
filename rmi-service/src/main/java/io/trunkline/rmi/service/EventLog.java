package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.Frames;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The last events as frames, in a ring of bytes that one thread writes and any number of {@link LogReader}s read. The
 * writer never waits: it overwrites what is oldest, and a reader finds out by {@link #isIntact} after it has copied.
 *
 * <p>Positions count bytes since the start and never wrap; a frame never crosses the ring's end. Sequences rise by one
 * a frame.
 */
final class EventLog {

    private static final VarHandle CLAIMED;
    private static final VarHandle THROUGH;
    private static final VarHandle IDLE;
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int ENDS = 1 << 12; // a power of two
    private static final int MOST_AT_ONCE = ENDS / 2; // frames in one append
    private static final int MOST_UNTOLD = 16; // keys
    private static final int STAMP_SHIFT = 10; // one frame in 1,024 gets a stamp of its time

    static {
        try {
            CLAIMED = MethodHandles.lookup().findVarHandle(EventLog.class, "claimed", long.class);
            THROUGH = MethodHandles.lookup().findVarHandle(EventLog.class, "through", long.class);
            IDLE = MethodHandles.lookup().findVarHandle(EventLog.class, "idle", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final FrameRing ring;
    private final LogMarks marks;
    private final FrameChains chains;
    private final WakeUps wakeUps = new WakeUps();
    private final Retention retention;
    private final ReaderTotals totals = new ReaderTotals();
    private final long[] ends = new long[ENDS]; // the positions up to which sequences reach, by sequence
    private final int[] untold = new int[MOST_UNTOLD]; // keys whose readers were not looked after; by the writer only
    private int untoldCount; // by the writer only, like the next
    private long head;
    private long claimed; // everything up to here, less the capacity, may be overwritten by now
    private volatile LogStamp stamp = LogStamp.NONE; // the last one
    private boolean isStampWanted; // soon; whoever looks at it late does no harm
    private volatile boolean idle = true; // read after through
    private volatile long through; // sequence of the last complete frame

    /** A log of a number of bytes, which must be a power of two. */
    EventLog(int capacity) {
        ring = new FrameRing(capacity);
        marks = new LogMarks(capacity);
        chains = new FrameChains(capacity);
        retention = new Retention(capacity);
    }

    int capacity() {
        return ring.capacity();
    }

    FrameRing ring() {
        return ring;
    }

    LogMarks marks() {
        return marks;
    }

    FrameChains chains() {
        return chains;
    }

    WakeUps wakeUps() {
        return wakeUps;
    }

    Retention retention() {
        return retention;
    }

    ReaderTotals totals() {
        return totals;
    }

    /** The sequence of the last frame. */
    long through() {
        return through;
    }

    /** Whether there was nothing more to write when the last frame was. */
    boolean isIdle() {
        return through >= 0 && idle;
    }

    /** The place after the last frame. */
    LogPlace end() {
        while (true) {
            long sequence = through;
            long position = (long) LONGS.getOpaque(ends, (int) sequence & ENDS - 1);
            VarHandle.loadLoadFence();
            if (through - sequence < ENDS - MOST_AT_ONCE) return new LogPlace(position, sequence);
        }
    }

    /** The place after the frame of a sequence; null if it is not in the log, or not any more. */
    LogPlace find(long sequence) {
        LogPlace end = end();
        if (sequence == end.sequence()) return end;
        if (sequence < 0 || sequence > end.sequence()) return null;
        LogPlace mark = marks.before(sequence, Math.max(0, reach()), end.position());
        if (mark == null) return null;
        long at = mark.position();
        long reached = mark.sequence();
        while (reached < sequence && at < end.position()) {
            if (ring.isPadded(at)) {
                at += ring.room(at);
                continue;
            }
            int length = ring.length(at);
            if (length < Frames.HEADER || length > ring.room(at)) return null;
            reached = ring.sequence(at);
            at += length;
        }
        return reached == sequence && isIntact(mark.position()) ? new LogPlace(at, sequence) : null;
    }

    /**
     * Adds whole frames, the last of which has the sequence {@code last}. By the one writing thread, which says by
     * {@link #idle} when no more follow for now; readers that wait learn of the frames then, or when some more follow.
     */
    void append(byte[] frames, int length, long last) {
        int room = ring.room(head);
        int padding = room < length ? room : 0;
        long start = head + padding;
        long end = start + length;
        CLAIMED.setOpaque(this, end);
        VarHandle.storeStoreFence(); // a reader that sees a byte of this write also sees the claim
        if (padding >= Frames.HEADER) ring.pad(head, padding);
        ring.put(start, frames, length);
        marks.begin(start, through);
        int key = chains.link(frames, length, start);
        head = end;
        retention.written(end);
        LONGS.setOpaque(ends, (int) last & ENDS - 1, end);
        if (isStampWanted || last >>> STAMP_SHIFT != through >>> STAMP_SHIFT) {
            isStampWanted = false;
            stamp = new LogStamp(last, start, length, key, System.nanoTime());
        }
        if (idle) IDLE.setOpaque(this, false);
        THROUGH.setRelease(this, last);
        untold[untoldCount++] = key;
        if (untoldCount == MOST_UNTOLD) tell(false); // a waiter that this misses looks again by itself
    }

    /**
     * Nothing more is to be written for now. By the writing thread, which does the work of some waiting readers here
     * and has others woken.
     */
    void idle() {
        idle = true;
        tell(true);
    }

    private void tell(boolean isIdle) {
        wakeUps.published(untold, untoldCount, isIdle);
        untoldCount = 0;
    }

    /** Has the next frame get a stamp of its time, besides one in 1,024. Any thread. */
    void wantStamp() {
        isStampWanted = true;
    }

    /** The last stamp that a frame got. Any thread. */
    LogStamp stamp() {
        return stamp;
    }

    /** Whether nothing from a position on was overwritten until now. To be asked after copying. */
    boolean isIntact(long position) {
        VarHandle.loadLoadFence();
        return (long) CLAIMED.getOpaque(this) - position <= ring.capacity();
    }

    /** The position below which everything may be overwritten by now. */
    long reach() {
        return (long) CLAIMED.getOpaque(this) - ring.capacity();
    }

    /** From now on a reader that waits is woken by what it waits for. */
    void add(LogReader reader) {
        wakeUps.add(reader.waiter(), reader.wantsAll());
    }

    /** Wakes a reader no more. */
    void remove(LogReader reader) {
        wakeUps.remove(reader.waiter());
    }
}

package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.Frames;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The last events as frames, in a ring of bytes that one thread writes and any number of {@link LogReader}s read. The
 * writer never waits: it overwrites what is oldest, and a reader finds out by {@link #isIntact} after it has copied.
 *
 * <p>Positions count bytes since the start and never wrap; a frame never crosses the ring's end.
 */
final class EventLog {

    private static final VarHandle CLAIMED;

    static {
        try {
            CLAIMED = MethodHandles.lookup().findVarHandle(EventLog.class, "claimed", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final byte[] ring;
    private final int mask;
    private final List<LogReader> readers = new CopyOnWriteArrayList<>();
    // readers that wait: the writer looks no further if none does
    private final AtomicInteger waiting = new AtomicInteger();
    private long head; // by the writer only
    private long claimed; // everything up to here, less the capacity, may be overwritten by now
    private volatile long published; // frames up to here are complete
    private volatile long through; // sequence of the last complete frame

    /** A log of a number of bytes, which must be a power of two. */
    EventLog(int capacity) {
        if (Integer.bitCount(capacity) != 1) throw new IllegalArgumentException("not a power of two: " + capacity);
        ring = new byte[capacity];
        mask = capacity - 1;
    }

    int capacity() {
        return ring.length;
    }

    byte[] ring() {
        return ring;
    }

    int index(long position) {
        return (int) position & mask;
    }

    /** How many bytes lie between a position and the ring's end. */
    int room(long position) {
        return ring.length - index(position);
    }

    long published() {
        return published;
    }

    long through() {
        return through;
    }

    /** Adds whole frames, the last of which has the sequence {@code last}. By the one writing thread. */
    void append(byte[] frames, int length, long last) {
        int room = room(head);
        int padding = room < length ? room : 0;
        long end = head + padding + length;
        CLAIMED.setOpaque(this, end);
        VarHandle.storeStoreFence(); // a reader that sees a byte of this write also sees the claim
        if (padding >= Frames.HEADER) Frames.pad(ring, index(head), padding);
        System.arraycopy(frames, 0, ring, index(head + padding), length);
        head = end;
        through = last;
        published = end;
        if (waiting.get() > 0) readers.forEach(LogReader::signal);
    }

    /** Whether nothing from a position on was overwritten until now. To be asked after copying. */
    boolean isIntact(long position) {
        VarHandle.loadLoadFence();
        return (long) CLAIMED.getOpaque(this) - position <= ring.length;
    }

    /** Notes that a reader is about to wait for more than was published before this call, or has stopped waiting. */
    void noteWaiting(boolean begins) {
        if (begins) waiting.incrementAndGet();
        else waiting.decrementAndGet();
    }

    void add(LogReader reader) {
        readers.add(reader);
    }

    void remove(LogReader reader) {
        readers.remove(reader);
    }
}

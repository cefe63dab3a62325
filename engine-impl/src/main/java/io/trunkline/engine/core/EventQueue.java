package io.trunkline.engine.core;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Tick;
import java.time.Duration;

/**
 * What waits for the event thread: events and tasks in order of their arrival, in a chain of chunks that grows as
 * needed.
 *
 * <p>Any thread adds, the event thread takes a chunk at a time. Everything is guarded by this object's monitor, which
 * is held for a few instructions, but for the one scan when the queue passes its mark.
 */
final class EventQueue {

    /** Past so many queued items, ticks conflate. */
    static final int MARK = 65_536;

    // as many as sources fill that wait for room: 170 kB, and then no item costs an allocation
    private static final int MAX_SPARES = MARK / 2 / Chunk.SIZE;

    private final int mark;
    private Chunk head; // oldest that was not taken
    private Chunk tail;
    private Chunk handling; // taken last
    private Chunk spares; // for use again; a burst leaves at most MAX_SPARES of them behind
    private int spareCount;
    private int size; // items not taken
    private long published;
    private long conflated;
    private long conflatedSinceTake;
    private TickIndex index; // null unless the queue passed the mark and did not fall to half of it since
    private boolean parked; // the event thread sleeps, or is about to
    private volatile boolean hasItems; // whether there is a head; volatile for looks without the monitor
    private volatile boolean closed; // so is this
    private int waiters;

    EventQueue(int mark) {
        this.mark = mark;
    }

    /** Adds an event or a task, or drops it if closed. Returns whether the event thread sleeps and must be woken. */
    boolean add(Object item) {
        return add(item, false);
    }

    /** The same for who wakes the event thread later: until then whoever adds next is told so, too. */
    boolean addInBatch(Object item) {
        return add(item, true);
    }

    private synchronized boolean add(Object item, boolean wakesLater) {
        if (closed) return false;
        boolean event = item instanceof Event;
        if (event) published++;
        if (index != null || size >= mark) {
            if (index == null) index = TickIndex.of(head);
            if (size >= mark && item instanceof Tick tick && index.replace(tick)) {
                conflated++;
                conflatedSinceTake++;
                return false;
            }
        }
        if (tail == null || tail.isFull()) append();
        tail.add(item);
        size++;
        if (index != null && item instanceof Tick tick) index.put(tick, tail, tail.count - 1);
        boolean wake = parked;
        if (!wakesLater) parked = false;
        return wake;
    }

    private void append() {
        Chunk chunk = spares;
        if (chunk == null) {
            chunk = new Chunk();
        } else {
            spares = chunk.next;
            spareCount--;
            chunk.reset();
        }
        if (tail == null) {
            head = chunk;
            hasItems = true;
        } else {
            tail.next = chunk;
        }
        tail = chunk;
    }

    /** Takes the oldest chunk and gives back the one that was handled. Returns null if nothing is queued. */
    synchronized Chunk take() {
        if (handling != null && spareCount < MAX_SPARES) {
            handling.next = spares;
            spares = handling;
            spareCount++;
        }
        handling = head;
        if (head == null) return null;
        head = handling.next;
        if (head == null) {
            tail = null;
            hasItems = false;
        }
        handling.next = null;
        handling.taken = true;
        handling.conflatedBefore = conflatedSinceTake;
        conflatedSinceTake = 0;
        size -= handling.count;
        if (size < mark / 2) {
            index = null;
            if (waiters > 0) notifyAll();
        }
        return handling;
    }

    /** Whether there is something to take, or nothing will ever come. Costs producers nothing. */
    boolean needsAttention() {
        return hasItems || closed;
    }

    /** Notes that the event thread is going to sleep, so that the next item wakes it. Returns false if it must not. */
    synchronized boolean beginSleep() {
        parked = !needsAttention();
        return parked;
    }

    /** Whether the event thread sleeps, or is about to, and the next item wakes it. */
    synchronized boolean isParked() {
        return parked;
    }

    /** Waits until less than half of the mark is queued, or the queue is closed. */
    synchronized void awaitRoom() throws InterruptedException {
        waiters++;
        try {
            while (!closed && size >= mark / 2) wait();
        } finally {
            waiters--;
        }
    }

    /**
     * For how long the oldest unhandled item has been queued; too long by the time in which 15 items were queued, at
     * most.
     */
    synchronized Duration lag() {
        Chunk oldest = head;
        int at = 0;
        if (handling != null && handling.done.getAcquire() < handling.count) {
            oldest = handling;
            at = Math.min(handling.done.getAcquire(), handling.count - 1);
        }
        return oldest == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, System.nanoTime() - oldest.stampOf(at)));
    }

    /** Drops what is added from now on. What is queued can still be taken. */
    synchronized void close() {
        closed = true;
        parked = false;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Items that were not taken. */
    synchronized int size() {
        return size;
    }

    /** Events added, conflated ones included. */
    synchronized long published() {
        return published;
    }

    synchronized long conflated() {
        return conflated;
    }
}

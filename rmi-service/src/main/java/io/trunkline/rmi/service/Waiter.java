package io.trunkline.rmi.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that waits now and then, and a place in the row of those that are woken together: each wakes the next one,
 * so that the writer does not have to wake them all.
 *
 * <p>{@link #begin}, {@link #park} and {@link #end} are for the owning thread, {@link #claim} for the log's writer,
 * {@link #wake} for any.
 */
final class Waiter {

    private enum State {
        /** Its thread does something else. */
        AWAY,
        /** Its thread waits or is about to. */
        WAITING,
        /** It is in a row, and wakes the next one as soon as its thread runs. */
        CLAIMED
    }

    private final Thread owner;
    private final AtomicInteger waiting;
    private final AtomicReference<State> state = new AtomicReference<>(State.AWAY);
    private volatile boolean woken;
    private boolean gone; // guarded by the wake-ups that it belongs to
    private Waiter next; // written before a claim, read by the owner after it

    /**
     * A waiter that is away.
     *
     * @param waiting counts it while it waits and is not claimed
     */
    Waiter(Thread owner, AtomicInteger waiting) {
        this.owner = owner;
        this.waiting = waiting;
    }

    /** From now on it can be claimed: whatever was published before that, the caller sees after this. */
    void begin() {
        waiting.incrementAndGet(); // first, so that the writer never counts fewer than wait
        state.set(State.WAITING);
    }

    /** Parks unless it was woken from outside or claimed already. */
    void park(long nanos) {
        if (!woken && state.get() == State.WAITING) LockSupport.parkNanos(this, nanos);
    }

    /** Is away again; wakes the next one if it was claimed. */
    void end() {
        woken = false;
        if (state.compareAndSet(State.WAITING, State.AWAY)) {
            waiting.decrementAndGet();
            return;
        }
        Waiter after = next;
        next = null;
        state.set(State.AWAY);
        if (after != null) after.unpark();
    }

    boolean isWaiting() {
        return state.get() != State.AWAY;
    }

    /** Puts it before a row, if it waits. The first of a row is then to be unparked. */
    boolean claim(Waiter row) {
        if (state.get() != State.WAITING) return false;
        next = row;
        if (!state.compareAndSet(State.WAITING, State.CLAIMED)) return false;
        waiting.decrementAndGet();
        return true;
    }

    void unpark() {
        LockSupport.unpark(owner);
    }

    boolean isGone() {
        return gone;
    }

    void setGone() {
        gone = true;
    }

    /** Ends the wait of now, or else the next one. */
    void wake() {
        woken = true;
        LockSupport.unpark(owner);
    }
}

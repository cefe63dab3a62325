package io.trunkline.rmi.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that waits now and then. Once it is claimed it is in a row of those to be woken, and goes on waking them
 * when it runs.
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
        /** It is to be woken, and wakes the next one as soon as its thread runs. */
        CLAIMED
    }

    private final Thread owner;
    private final AtomicInteger waiting;
    private final Runnable passOn;
    private final AtomicReference<State> state = new AtomicReference<>(State.AWAY);
    private volatile boolean woken;
    private boolean gone; // guarded by the wake-ups that it belongs to

    /**
     * A waiter that is away.
     *
     * @param waiting counts it while it waits and is not claimed
     * @param passOn wakes the next one in the row
     */
    Waiter(Thread owner, AtomicInteger waiting, Runnable passOn) {
        this.owner = owner;
        this.waiting = waiting;
        this.passOn = passOn;
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
        } else {
            state.set(State.AWAY); // first: who still saw it claimed relies on it to pass on
            passOn.run();
        }
    }

    boolean isWaiting() {
        return state.get() != State.AWAY;
    }

    /** Answers whether it waits and was not claimed before; the caller then sees to it that it is unparked. */
    boolean claim() {
        if (state.get() != State.WAITING || !state.compareAndSet(State.WAITING, State.CLAIMED)) return false;
        waiting.decrementAndGet();
        return true;
    }

    boolean isClaimed() {
        return state.get() == State.CLAIMED;
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

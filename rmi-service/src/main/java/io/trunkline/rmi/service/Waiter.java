package io.trunkline.rmi.service;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A thread that waits now and then: for anything new, or, while the log's writer is busy, until more has come together.
 * The writer may do the thread's work in its place while it waits; else it claims it, which puts it in a row of those
 * to be woken, and it goes on waking them when it runs.
 *
 * <p>{@link #begin}, {@link #beginRest}, {@link #park} and {@link #end} are for the owning thread, {@link #claim} and
 * {@link #help} for the log's writer, {@link #wake} for any.
 */
final class Waiter {

    /** What came of an offer to help. */
    enum Help {
        /** There was nothing to do: its thread is at work or was claimed. */
        NONE,
        /** All is done, and it waits on. */
        DONE,
        /** It is claimed now: there is more than can be done without its thread. */
        CLAIMED
    }

    private enum State {
        /** Its thread does something else. */
        AWAY,
        /** Its thread waits or is about to. */
        WAITING,
        /** The same, but only until the writer has nothing more to write. */
        RESTING,
        /** The writer does its work. */
        HELPED,
        /** It is to be woken, and wakes the next one as soon as its thread runs. */
        CLAIMED
    }

    private final Thread owner;
    private final WaiterCounts counts;
    private final BooleanSupplier work;
    private final Runnable passOn;
    private final AtomicReference<State> state = new AtomicReference<>(State.AWAY);
    private volatile boolean woken;
    private boolean gone; // guarded by the wake-ups that it belongs to

    /**
     * A waiter that is away.
     *
     * @param counts count it while it waits and is not claimed
     * @param work does what the thread would do, and answers whether it may wait on
     * @param passOn wakes the next one in the row
     */
    Waiter(Thread owner, WaiterCounts counts, BooleanSupplier work, Runnable passOn) {
        this.owner = owner;
        this.counts = counts;
        this.work = work;
        this.passOn = passOn;
    }

    /** From now on it can be claimed: whatever was published before that, the caller sees after this. */
    void begin() {
        counts.waiting.incrementAndGet(); // first, so that the writer never counts fewer than wait
        state.set(State.WAITING);
    }

    /** The same, but it is left alone until the writer has nothing more to write. */
    void beginRest() {
        counts.resting.incrementAndGet();
        state.set(State.RESTING);
    }

    /** Parks unless it was woken from outside or claimed already. */
    void park(long nanos) {
        if (!woken && (state.get() == State.WAITING || state.get() == State.RESTING)) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Is away again; wakes the next one if it was claimed. */
    void end() {
        woken = false;
        while (true) {
            State now = state.get();
            if (now == State.CLAIMED) {
                state.set(State.AWAY); // first: who still saw it claimed relies on it to pass on
                passOn.run();
                return;
            }
            if (now == State.HELPED) {
                Thread.yield(); // for as long as the writer needs for some frames
            } else if (state.compareAndSet(now, State.AWAY)) {
                counts.of(now == State.RESTING).decrementAndGet();
                return;
            }
        }
    }

    boolean isWaiting() {
        return state.get() != State.AWAY;
    }

    boolean isWoken() {
        return woken;
    }

    /**
     * Answers whether it waits and was not claimed before; the caller then sees to it that it is unparked.
     *
     * @param resting whether one that rests is claimed, too
     */
    boolean claim(boolean resting) {
        State now = state.get();
        if (now != State.WAITING && !(resting && now == State.RESTING)) return false;
        if (!state.compareAndSet(now, State.CLAIMED)) return false;
        counts.of(now == State.RESTING).decrementAndGet();
        return true;
    }

    /** Does its work if it waits. If it is claimed after that, the caller sees to it that it is unparked. */
    Help help() {
        State now = state.get();
        if (now != State.WAITING && now != State.RESTING || !state.compareAndSet(now, State.HELPED)) return Help.NONE;
        boolean done = false;
        try {
            done = work.getAsBoolean();
        } finally {
            if (!done) counts.of(now == State.RESTING).decrementAndGet();
            state.set(done ? now : State.CLAIMED);
        }
        return done ? Help.DONE : Help.CLAIMED;
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

package io.trunkline.launcher.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Says whether scripts are to go on, and ends their waits when they are not. Safe from any thread. */
final class StopFlag {

    private static final long LONGEST_LOOK_MILLIS = 1_000;

    private boolean isStopped; // guarded by this, as all waits are
    private boolean isEnded; // guarded by this; a stop that nothing undoes

    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    synchronized void end() {
        isEnded = true;
        stop();
    }

    /** Undoes a stop, and an interrupt of the calling thread; throws if it has ended. */
    synchronized void go() {
        if (isEnded) throw new ScriptException("the engine is closed; nothing goes on");
        isStopped = false;
        Thread.interrupted();
    }

    /** Throws if it is stopped or the thread is interrupted, so that nothing is sent. */
    synchronized void check() {
        boolean isInterrupted = Thread.currentThread().isInterrupted();
        if (!isStopped && !isInterrupted) return;
        throw new ScriptException((isStopped ? "stopped" : "interrupted") + "; nothing was sent"
                + (isEnded ? "" : "; go() lets orders pass again"));
    }

    synchronized boolean isStopped() {
        return isStopped;
    }

    /** Has the waits look again. */
    synchronized void wake() {
        notifyAll();
    }

    /** Waits so long, or until it is stopped. */
    void sleep(Duration time) {
        await(time, () -> isStopped() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until there is a value, the time is over, or it is stopped; there may be none then. */
    <T> Optional<T> awaitUnlessStopped(Duration time, Supplier<Optional<T>> value) {
        try {
            return await(time, value);
        } catch (ScriptException stopped) {
            return Optional.empty();
        }
    }

    /** Waits until there is a value, or the time is over; throws if it is stopped before. */
    synchronized <T> Optional<T> await(Duration time, Supplier<Optional<T>> value) {
        long start = System.nanoTime();
        while (true) {
            Optional<T> found = value.get();
            long left = time.toMillis() - (System.nanoTime() - start) / 1_000_000;
            if (found.isPresent() || left <= 0) return found;
            if (isStopped) throw new ScriptException("stopped");
            look(Math.min(left, LONGEST_LOOK_MILLIS));
        }
    }

    private void look(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }
}

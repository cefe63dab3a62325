package io.trunkline.engine.sim;

import io.trunkline.engine.plugin.SettingException;

/**
 * Tells the replay when its next row is due, and lets users hold it and change its speed.
 *
 * <p>Thread-safe: guarded by its monitor. The replay thread waits in it; actions and requests steer it. It outlives
 * connections, so that a replay can be held before it begins.
 */
final class Pacer {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final RealTime time;
    private double speed = 1; // infinite for no limit
    private boolean paused;
    private boolean started;
    private boolean finished;
    private double anchorMillis; // of the replay's own time, which counts from its first row and has no long breaks
    private long anchorNanos;
    private double reachedMillis;

    Pacer(RealTime time) {
        this.time = time;
    }

    /** Prepares for a replay from its beginning. A pause stays. */
    synchronized void begin(double newSpeed, boolean startNow) {
        speed = newSpeed;
        finished = false;
        started = startNow;
        reachedMillis = 0;
        anchorMillis = 0;
        anchorNanos = time.nanos();
        notifyAll();
    }

    /** Lets a replay that waits for its first subscription begin. */
    synchronized void start() {
        if (started) return;
        started = true;
        anchorNanos = time.nanos();
        notifyAll();
    }

    synchronized void pause() {
        if (paused) return;
        anchor();
        paused = true;
        notifyAll();
    }

    synchronized void resume() {
        if (!paused) return;
        paused = false;
        anchorNanos = time.nanos();
        notifyAll();
    }

    /** Changes the speed from here on. */
    synchronized void speed(double newSpeed) {
        if (!(newSpeed > 0)) throw new SettingException("speed", newSpeed + " is not above 0");
        anchor();
        speed = newSpeed;
        notifyAll();
    }

    synchronized void finish() {
        finished = true;
    }

    /** Waits until the row at a point of the replay's own time is due. */
    synchronized void await(double millis) throws InterruptedException {
        while (true) {
            if (Thread.interrupted()) throw new InterruptedException();
            if (paused || !started) {
                time.await(this, 0);
                continue;
            }
            long wait = isUnlimited() ? 0 : nanosUntil(millis);
            if (wait <= 0) break;
            time.await(this, wait);
        }
        reachedMillis = millis;
    }

    /** Whether the speed has no limit but the consumers. */
    synchronized boolean isUnlimited() {
        return Double.isInfinite(speed);
    }

    synchronized double speed() {
        return speed;
    }

    /** One word for a person. */
    synchronized String state() {
        if (finished) return "finished";
        if (paused) return "paused";
        return started ? "running" : "waiting";
    }

    private long nanosUntil(double millis) {
        return anchorNanos + (long) Math.ceil((millis - anchorMillis) * NANOS_PER_MILLI / speed) - time.nanos();
    }

    private void anchor() {
        long now = time.nanos();
        if (isUnlimited()) anchorMillis = reachedMillis;
        else if (started && !paused) anchorMillis += (now - anchorNanos) * speed / NANOS_PER_MILLI;
        anchorNanos = now;
    }
}

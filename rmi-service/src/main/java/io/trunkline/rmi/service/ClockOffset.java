package io.trunkline.rmi.service;

/**
 * Tells the age of what a client sent by the client's monotonic clock, which has another zero and, on another machine,
 * another pace. What took the shortest way of late shows the difference of the clocks best; an age is what something
 * took beyond that shortest way. Thread-safe.
 */
final class ClockOffset {

    private static final int WINDOW = 32; // signs of life, so that a pace that differs by 50 ppm is off by 2 ms at most

    private long least; // of this window; this and the next two are guarded by this
    private long leastBefore; // of the window before
    private int seen;

    /** A difference known from one message. */
    ClockOffset(long clientNanos, long now) {
        least = now - clientNanos;
        leastBefore = least;
    }

    /** A message that the client sent at a time of its clock came in. */
    synchronized void note(long clientNanos, long now) {
        if (++seen > WINDOW) {
            leastBefore = least;
            least = now - clientNanos;
            seen = 1;
        }
        least = Math.min(least, now - clientNanos);
    }

    /** How long ago something was sent, in nanoseconds, not counting the time of the shortest way. */
    synchronized long age(long clientNanos, long now) {
        return Math.max(0, now - clientNanos - Math.min(least, leastBefore));
    }
}

package io.trunkline.engine.plugin;

/**
 * How fast a count rises, for a monitor: by looks at the count now and then, so that counting costs nothing more.
 * Thread-safe.
 */
public final class RateMeter {

    private static final long LEAST_NANOS = 1_000_000_000;

    private long count; // this and the next two are guarded by this
    private long since;
    private double rate;

    /** A meter of a count that is as given at a time of {@link System#nanoTime}. */
    public RateMeter(long count, long now) {
        this.count = count;
        this.since = now;
    }

    /**
     * Takes a look at the count. Looks within a second of one that counted are left out; the rate is that between the
     * last two that did.
     *
     * @param now by {@link System#nanoTime}
     */
    public synchronized void look(long current, long now) {
        long passed = now - since;
        if (passed < LEAST_NANOS) return;
        rate = (current - count) * 1e9 / passed;
        count = current;
        since = now;
    }

    /** By how much the count rose a second, as of the last look; rounded to a tenth. */
    public synchronized double perSecond() {
        return Math.round(rate * 10) / 10.0;
    }
}

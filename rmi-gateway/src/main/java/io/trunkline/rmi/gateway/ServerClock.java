package io.trunkline.rmi.gateway;

/**
 * How the server's monotonic clock differs from this side's, which has another zero, as the answers to beats tell: the
 * server answered at some time between the call and its answer, so half of the round trip is the bound of the error,
 * and the beat with the least of it counts. The bound grows with the time since then, as two clocks do not go at quite
 * the same pace. Two clocks whose difference may be nothing, within a millisecond, are one: all processes of a machine
 * have the same. There is no error then.
 *
 * <p>Written by the thread of the session's pulse, read by any.
 */
final class ServerClock {

    private static final long SAME_NANOS = 1_000_000;
    private static final long PACE = 20_000; // one part in so many, 50 ppm, may two clocks differ in pace

    private record Estimate(long difference, long error, long nanos, boolean isSame) {

        static final Estimate SAME = new Estimate(0, 0, 0, true);

        long errorAt(long now) {
            return isSame ? 0 : error + (now - nanos) / PACE;
        }
    }

    private volatile Estimate best; // null before the first answer

    /** The server's clock said a time between two of this side's. */
    void note(long before, long server, long after) {
        if (best != null && best.isSame()) return;
        long half = (after - before) / 2;
        long difference = before + half - server;
        if (Math.abs(difference) <= half && half <= SAME_NANOS) {
            best = Estimate.SAME;
        } else if (best == null || half <= best.errorAt(after)) {
            best = new Estimate(difference, half, after, false);
        }
    }

    /** Whether anything is known of it. */
    boolean isKnown() {
        return best != null;
    }

    /** The time of this side's clock when the server's said a time. Only if it {@link #isKnown}. */
    long toOwn(long server) {
        return server + best.difference();
    }

    /** By how much that may be wrong at a time of this side's clock, in nanoseconds; 0 if nothing is known. */
    long error(long now) {
        Estimate known = best;
        return known == null ? 0 : known.errorAt(now);
    }
}

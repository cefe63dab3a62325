package io.trunkline.engine.plugin;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts how long something took, for a monitor: in a fixed number of buckets, each at most an eighth wider than its
 * lower bound, so that a percentile is at most an eighth too high.
 *
 * <p>One thread at a time records; any thread may read, without a lock. What is read while something is recorded may
 * miss it.
 */
public final class LatencyHistogram {

    private static final int SUB_BITS = 3; // eight buckets for each power of two
    private static final int SUBS = 1 << SUB_BITS;
    private static final int BUCKETS = (Long.SIZE - SUB_BITS) * SUBS;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicLong longest = new AtomicLong();

    /** An empty histogram. */
    public LatencyHistogram() {}

    /** Adds a time in nanoseconds; a negative one counts as 0. */
    public void record(long nanos) {
        long time = Math.max(0, nanos);
        int bucket = bucket(time);
        counts.setRelease(bucket, counts.getPlain(bucket) + 1);
        if (time > longest.getPlain()) longest.setRelease(time);
    }

    /** What was recorded so far. */
    public Latencies latencies() {
        long[] copy = new long[BUCKETS];
        long samples = 0;
        for (int i = 0; i < BUCKETS; i++) {
            copy[i] = counts.getAcquire(i);
            samples += copy[i];
        }
        long max = longest.getAcquire();
        return new Latencies(samples, percentile(copy, samples, max, 0.5), percentile(copy, samples, max, 0.9),
                percentile(copy, samples, max, 0.99), max);
    }

    private static long percentile(long[] counts, long samples, long max, double share) {
        long rank = (long) Math.ceil(samples * share);
        long seen = 0;
        for (int i = 0; i < counts.length && rank > 0; i++) {
            seen += counts[i];
            if (seen >= rank) return Math.min(max, last(i));
        }
        return 0;
    }

    /** Times below eight have a bucket each; above, the bucket is told by the highest bit and the three after it. */
    private static int bucket(long time) {
        if (time < SUBS) return (int) time;
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(time) - SUB_BITS;
        return (shift + 1) * SUBS + (int) (time >>> shift) - SUBS;
    }

    /** The longest time that belongs into a bucket. */
    private static long last(int bucket) {
        if (bucket < SUBS) return bucket;
        int shift = bucket / SUBS - 1;
        return ((long) (bucket % SUBS + SUBS + 1) << shift) - 1;
    }
}

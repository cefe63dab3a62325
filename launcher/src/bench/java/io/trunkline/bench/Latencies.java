package io.trunkline.bench;

import java.util.Arrays;

/** Times in nanoseconds, all of them kept. Written by one thread. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long value) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
        nanos[count++] = value;
    }

    int count() {
        return count;
    }

    /** Adds the times of another. */
    void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) add(other.nanos[i]);
    }

    /** The time below which a share of all times lies, such as 0.99; 0 if there are none. */
    long quantile(double share) {
        if (count == 0) return 0;
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) Math.floor(share * count))];
    }

    void clear() {
        count = 0;
    }
}

package io.trunkline.rmi.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps clients to so many requests a second: each has room for those of one second, which fills up evenly. Thread-safe.
 */
public final class RequestRates {

    private static final double NANOS = 1e9;

    private static final class Bucket {
        private double room; // guarded by this, like the next
        private long filled;

        private synchronized boolean take(int perSecond, long now) {
            room = Math.min(perSecond, room + (now - filled) / NANOS * perSecond);
            filled = now;
            if (room < 1) return false;
            room--;
            return true;
        }
    }

    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** Rates by a clock such as {@link System#nanoTime}. */
    public RequestRates(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether a client may make one request more now; 0 a second stands for any number. */
    public boolean admit(String client, int perSecond) {
        if (perSecond == 0) return true;
        long now = nanoTime.getAsLong();
        return buckets.computeIfAbsent(client, name -> full(perSecond, now)).take(perSecond, now);
    }

    private static Bucket full(int perSecond, long now) {
        Bucket bucket = new Bucket();
        bucket.room = perSecond;
        bucket.filled = now;
        return bucket;
    }
}

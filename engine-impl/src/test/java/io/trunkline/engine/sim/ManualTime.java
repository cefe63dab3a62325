package io.trunkline.engine.sim;

import java.util.ArrayList;
import java.util.List;

/** Time that goes on only by waiting for it, and does so at once. Waits without a limit are real. */
final class ManualTime implements RealTime {

    private final List<Long> waits = new ArrayList<>();
    private long nanos = 1_000;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void await(Object monitor, long wait) throws InterruptedException {
        if (wait <= 0) {
            monitor.wait();
            return;
        }
        synchronized (this) {
            waits.add(wait);
            nanos += wait;
        }
    }

    synchronized void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    /** The waits so far, in milliseconds. */
    synchronized List<Long> waitsMillis() {
        return waits.stream().map(wait -> wait / 1_000_000).toList();
    }

    synchronized long totalMillis() {
        return waits.stream().mapToLong(Long::longValue).sum() / 1_000_000;
    }
}

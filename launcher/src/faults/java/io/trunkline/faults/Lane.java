package io.trunkline.faults;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One direction of a proxy, as all of its connections share it. Safe from any thread. */
final class Lane {

    /** Writes bytes. */
    interface Output {
        void write(int length) throws IOException;
    }

    private static final int PACES = 50; // writes a second on a link with a limited bandwidth
    private static final long LOOK_NANOS = 20_000_000;

    private volatile Impairment impairment = Impairment.NONE;
    private volatile boolean closed;
    private long passed; // this and the rest are guarded by this object's monitor
    private long cutAfter = Long.MAX_VALUE; // in bytes that passed from the beginning
    private Runnable onCut;
    private long nextFreeNanos = System.nanoTime();

    Impairment impairment() {
        return impairment;
    }

    synchronized void impair(Impairment next) {
        impairment = next;
        nextFreeNanos = System.nanoTime();
        notifyAll();
    }

    /** Waits while bytes are held. Answers whether they are to be thrown away. */
    synchronized boolean awaitFlow() throws InterruptedException {
        while (!closed && impairment.flow() == Impairment.Flow.HOLD) wait();
        return impairment.flow() == Impairment.Flow.DISCARD;
    }

    /** Waits until bytes pass, or the proxy is closed. */
    synchronized void awaitPass() throws InterruptedException {
        while (!closed && impairment.flow() != Impairment.Flow.PASS) wait();
    }

    /** By when something that came now is to be passed on, by System.nanoTime. */
    long dueNanos(Random random) {
        Impairment now = impairment;
        long jitter = now.jitter().toNanos();
        long delay = now.latency().toNanos() + (jitter == 0 ? 0 : random.nextLong(-jitter, jitter + 1));
        return System.nanoTime() + delay;
    }

    /** How many of so many bytes may be written at once. */
    int slice(int length, Random random) {
        Impairment now = impairment;
        int most = now.bytesPerSecond() == 0 ? length : (int) Math.min(length, 1 + now.bytesPerSecond() / PACES);
        return now.slice() == 0 ? most : Math.min(most, 1 + random.nextInt(now.slice()));
    }

    /** Waits until so many bytes fit into the bandwidth. */
    void pace(int length) {
        long until;
        synchronized (this) {
            long rate = impairment.bytesPerSecond();
            if (rate == 0) return;
            long start = Math.max(nextFreeNanos, System.nanoTime());
            until = start;
            nextFreeNanos = start + length * TimeUnit.SECONDS.toNanos(1) / rate;
        }
        for (long left; !closed && (left = until - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
        }
    }

    /** Writes so many bytes, or as many as may pass before the cut, and then cuts. Answers whether all were written. */
    boolean pass(int length, Output output) throws IOException {
        Runnable cut;
        synchronized (this) {
            if (cutAfter == Long.MAX_VALUE) {
                passed += length;
                cut = null;
            } else {
                int allowed = (int) Math.min(length, cutAfter - passed);
                if (allowed > 0) output.write(allowed);
                passed += allowed;
                if (passed < cutAfter) return true;
                cut = onCut;
                cutAfter = Long.MAX_VALUE;
                onCut = null;
            }
        }
        if (cut == null) output.write(length);
        else cut.run();
        return cut == null;
    }

    /** Arms a cut after so many more bytes. */
    synchronized void cutAfter(long bytes, Runnable action) {
        cutAfter = passed + bytes;
        onCut = action;
    }

    /** Takes the cut back. Answers whether it was still to come. */
    synchronized boolean disarm() {
        boolean isArmed = cutAfter != Long.MAX_VALUE;
        cutAfter = Long.MAX_VALUE;
        onCut = null;
        return isArmed;
    }

    synchronized long passed() {
        return passed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}

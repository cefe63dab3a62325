package io.trunkline.engine.core;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things of others that may hang or fail, for a bounded time. */
final class Bounded {

    private static final Logger LOG = LoggerFactory.getLogger(Bounded.class);

    private Bounded() {}

    /** Runs a step of closing on a thread of its own. Logs if it fails or does not end in time; never throws. */
    static void run(String step, Duration limit, Runnable work) {
        Thread thread = new Thread(() -> attempt(step, work), "engine-close");
        thread.setDaemon(true);
        thread.start();
        if (join(thread, limit)) return;
        LOG.warn("{} takes longer than {}; going on without it", step, limit);
        thread.interrupt();
    }

    private static void attempt(String step, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) { // one part that fails must not keep the others from closing
            LOG.warn("{} failed", step, e);
        }
    }

    /** Waits for a thread's end, also if interrupted. Returns whether it ended in time. */
    static boolean join(Thread thread, Duration limit) {
        long nanos = TimeUnit.NANOSECONDS.convert(limit);
        long start = System.nanoTime();
        boolean interrupted = false;
        while (thread.isAlive()) {
            long left = nanos - (System.nanoTime() - start);
            if (left <= 0) break;
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        return !thread.isAlive();
    }
}

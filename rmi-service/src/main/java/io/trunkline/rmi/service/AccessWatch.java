package io.trunkline.rmi.service;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether what clients may do has changed. On a thread of its own, for it waits as long as a file
 * system does that hangs; {@link #close} does not wait for it.
 */
final class AccessWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWatch.class);

    private static final long INTERVAL_NANOS = 500_000_000;

    private final Runnable look;
    private final Thread thread;
    private volatile boolean closed;

    /** Begins to look. */
    AccessWatch(String name, Runnable look) {
        this.look = look;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (true) {
            LockSupport.parkNanos(INTERVAL_NANOS);
            if (closed) return;
            try {
                look.run();
            } catch (RuntimeException e) { // without it nobody's session ends who is revoked
                LOG.error("looking for changed rights failed", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}

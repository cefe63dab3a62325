package io.trunkline.rmi.gateway;

import java.net.SocketTimeoutException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives a session's signs of life and, once its snapshot is complete, asks again for what was subscribed in the session
 * before; fetches what the server shows of itself while somebody looks at it. These calls may block, which is why they
 * have a thread of their own, {@code rpc-beat-<gateway>}.
 */
final class Pulse implements Runnable, AutoCloseable {

    private static final long JOIN_MILLIS = 2_000;

    private final Link link;
    private final Subscriptions subscriptions;
    private final String gateway;
    private final long interval;
    private final StreamCounts counts;
    private final ServerMonitors monitors;
    private final Runnable onTrouble;
    private final Thread thread;
    private volatile boolean closed;
    private volatile String trouble = "";
    private volatile long answeredNanos = System.nanoTime();

    /**
     * A pulse that beats until it is closed or the session is gone.
     *
     * @param counts where it adds the times of its beats
     * @param monitors what it has fetched while somebody looks at it
     * @param onTrouble called on its thread when the session is gone
     */
    static Pulse start(
            Link link, Subscriptions subscriptions, StreamCounts counts, ServerMonitors monitors, String gateway,
            Duration interval, Runnable onTrouble) {
        Pulse pulse = new Pulse(link, subscriptions, counts, monitors, gateway, interval, onTrouble);
        monitors.begin(pulse::wake);
        pulse.thread.start();
        return pulse;
    }

    private Pulse(
            Link link, Subscriptions subscriptions, StreamCounts counts, ServerMonitors monitors, String gateway,
            Duration interval, Runnable onTrouble) {
        this.link = link;
        this.subscriptions = subscriptions;
        this.counts = counts;
        this.monitors = monitors;
        this.gateway = gateway;
        this.interval = TimeUnit.NANOSECONDS.convert(interval);
        this.onTrouble = onTrouble;
        this.thread = new Thread(this, "rpc-beat-" + gateway);
        thread.setDaemon(true);
    }

    /** Why the session is gone; empty while it is not known to be. */
    String trouble() {
        return trouble;
    }

    /** When the server last answered, by System.nanoTime. */
    long answeredNanos() {
        return answeredNanos;
    }

    /** Makes it beat at once. */
    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        boolean first = true;
        while (!closed) {
            boolean more = false;
            try {
                counts.beats.record(link.beat());
                answeredNanos = System.nanoTime();
                counts.measure(answeredNanos);
                if (link.receiver().isSynced()) {
                    boolean isFirst = first;
                    first = false;
                    more = subscriptions.restore(link, gateway, isFirst, interval);
                }
                if (!more) monitors.refresh(link);
            } catch (RemoteException e) {
                // that may pass; the connector knows how long to wait
                if (!(e.getCause() instanceof SocketTimeoutException)) {
                    trouble = Faults.text(e);
                    onTrouble.run();
                    return;
                }
            }
            if (!closed && !more) LockSupport.parkNanos(this, interval);
        }
    }

    /** Ends the link, and with it a call under way, and the thread. */
    @Override
    public void close() {
        closed = true;
        link.close();
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        monitors.end();
    }
}

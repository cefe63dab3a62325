package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.io.IOException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a gateway connected: opens a session, gives signs of life, watches for the server's, and starts over when either
 * side is lost, for ever, after pauses of up to two seconds.
 *
 * <p>All of it happens on one thread, {@code rpc-<gateway>}, but for the stream's progress, which its thread reports;
 * {@link #link} and {@link #status} may be read by any thread, and {@link #wake} called.
 */
final class Connector implements Runnable, StreamReceiver.Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final long FIRST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(2).toNanos();
    private static final long JOIN_MILLIS = 5_000;

    private final GatewayContext context;
    private final LinkSettings settings;
    private final Mirror mirror;
    private final RemoteStates states;
    private final StreamCounts counts;
    private final Subscriptions subscriptions;
    private final Thread thread;
    private final Object signal = new Object();
    private boolean signalled; // guarded by signal
    private volatile boolean closed;
    private volatile Link link;
    private volatile GatewayStatus status;

    Connector(
            GatewayContext context, LinkSettings settings, Mirror mirror, RemoteStates states, StreamCounts counts,
            Subscriptions subscriptions) {
        this.context = context;
        this.settings = settings;
        this.mirror = mirror;
        this.states = states;
        this.counts = counts;
        this.subscriptions = subscriptions;
        this.status = new GatewayStatus(context.name(), GatewayState.DOWN, "", context.clock().instant());
        this.thread = new Thread(this, "rpc-" + context.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The session, or null while there is none. */
    Link link() {
        return link;
    }

    GatewayStatus status() {
        return status;
    }

    /** Makes the thread look at once how things are. */
    void wake() {
        synchronized (signal) {
            signalled = true;
            signal.notifyAll();
        }
    }

    /** Ends the session and the thread. */
    void close() {
        closed = true;
        wake();
        try {
            if (Thread.currentThread() != thread) thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Link left = link;
        if (left != null) left.close();
    }

    @Override
    public void run() {
        int failures = 0;
        change(GatewayState.CONNECTING, "connecting to " + settings.server());
        while (!closed) {
            boolean wasSynced = false;
            String trouble;
            StreamReceiver receiver = new StreamReceiver(context, mirror, states, counts, this);
            try (Link opened = Link.open(settings, receiver)) {
                link = opened;
                counts.connects.incrementAndGet();
                syncing(receiver);
                trouble = keep(opened);
                wasSynced = receiver.isSynced();
                if (closed) opened.bye();
            } catch (IOException e) {
                trouble = e.getMessage();
            } catch (RuntimeException e) {
                LOG.warn("{}: connecting failed", context.name(), e);
                trouble = "connecting failed: " + e.getMessage();
            } finally {
                link = null;
            }
            if (closed) break;
            states.lose(context.clock().instant()).forEach(context.sink()::publish);
            change(GatewayState.CONNECTING, trouble);
            failures = wasSynced ? 0 : failures + 1;
            pause(failures);
        }
        states.lose(context.clock().instant()).forEach(context.sink()::publish);
        change(GatewayState.DOWN, "closed");
    }

    /** Lives with a session until something is wrong with it, and says what. */
    private String keep(Link opened) throws RemoteException {
        StreamReceiver receiver = opened.receiver();
        long patience = settings.patience().toNanos();
        long lastBeat = System.nanoTime();
        long nextBeat = lastBeat;
        while (!closed) {
            if (receiver.isEnded()) return receiver.endReason();
            long now = System.nanoTime();
            if (now - receiver.heardNanos() > patience) return "nothing was heard of the server for " + settings.patience().toMillis() + " ms";
            if (now - nextBeat >= 0) {
                opened.beat();
                lastBeat = System.nanoTime();
                nextBeat = lastBeat + settings.heartbeat().toNanos();
                if (receiver.isSynced()) subscriptions.restore(opened, context.name());
            }
            if (receiver.isSynced()) showFreshness(receiver);
            await(Math.min(nextBeat - System.nanoTime(), settings.heartbeat().toNanos()));
        }
        return "closed";
    }

    private void showFreshness(StreamReceiver receiver) {
        long late = settings.heartbeat().toNanos() * 2;
        long silence = System.nanoTime() - receiver.heardNanos();
        if (silence > late) {
            change(GatewayState.STALE, "nothing heard of the server for more than two heartbeats");
        } else if (context.sink().lag().toNanos() > late) {
            change(GatewayState.STALE, "this process is behind with its own events");
        } else {
            change(GatewayState.LIVE, "");
        }
    }

    /** The state is SYNCING for all that a snapshot brings, and LIVE for all that comes after it. */
    @Override
    public synchronized void syncing(StreamReceiver receiver) {
        if (!receiver.isSynced()) change(GatewayState.SYNCING, "");
    }

    @Override
    public void live() {
        change(GatewayState.LIVE, "");
        wake();
    }

    @Override
    public void ended() {
        wake();
    }

    private synchronized void change(GatewayState state, String detail) {
        GatewayStatus before = status;
        if (before.state() == state && before.detail().equals(detail)) return;
        GatewayStatus now = new GatewayStatus(context.name(), state, detail, context.clock().instant());
        status = now;
        LOG.info("{} is {}{}", context.name(), state, detail.isEmpty() ? "" : ": " + detail);
        context.sink().publish(now);
    }

    /** Waits before trying again: a random part of a span that doubles with each failure. */
    private void pause(int failures) {
        long span = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures, 10));
        long end = System.nanoTime() + ThreadLocalRandom.current().nextLong(span / 10, span);
        while (!closed && System.nanoTime() < end) await(end - System.nanoTime());
    }

    private void await(long nanos) {
        if (nanos <= 0) return;
        synchronized (signal) {
            try {
                if (!signalled && !closed) signal.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            } catch (InterruptedException e) {
                closed = true; // nobody but the JVM's end interrupts this thread
            }
            signalled = false;
        }
    }
}

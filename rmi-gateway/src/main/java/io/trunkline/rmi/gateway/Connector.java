package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.ReversePort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a gateway connected: opens a session, watches for the server's signs of life while a {@link Pulse} gives ours,
 * and starts over when either side is lost, for ever, after pauses of up to two seconds.
 *
 * <p>All of it happens on one thread, {@code rpc-<gateway>}, but for the stream's progress, which its thread reports;
 * {@link #link} and {@link #status} may be read by any thread, and {@link #wake} and {@link #close} called.
 */
final class Connector implements Runnable, StreamReceiver.Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final long REASON_NANOS = Duration.ofMillis(200).toNanos();
    private static final long JOIN_MILLIS = 5_000;
    private static final long LAST_JOIN_MILLIS = 2_000;
    private static final String CLOSED = "closed";

    private final GatewayContext context;
    private final LinkSettings settings;
    private final CurrentIdentity identity;
    private final Mirror mirror;
    private final RemoteStates states;
    private final StreamCounts counts;
    private final Subscriptions subscriptions;
    private final BooksCheck check;
    private final ServerMonitors monitors;
    private final ReversePort callbacks;
    private final byte[] instance;
    private final Thread thread;
    private final Object signal = new Object();
    private boolean signalled; // guarded by signal
    private volatile boolean closed;
    private volatile Link attempt; // the session, or the one that is being opened
    private volatile Link link;
    private volatile Link renewed; // to be given up for another
    private volatile GatewayStatus status;

    /**
     * A connector that has not started.
     *
     * @throws SettingException if there is no identity that can be used, and one is needed
     */
    Connector(
            GatewayContext context, LinkSettings settings, Mirror mirror, RemoteStates states, StreamCounts counts,
            Subscriptions subscriptions, BooksCheck check, ServerMonitors monitors) {
        this.context = context;
        this.settings = settings;
        this.identity = new CurrentIdentity(settings, context.home());
        this.mirror = mirror;
        this.states = states;
        this.counts = counts;
        this.subscriptions = subscriptions;
        this.check = check;
        this.monitors = monitors;
        this.callbacks = new ReversePort(settings.patience().multipliedBy(2));
        this.status = new GatewayStatus(context.name(), GatewayState.DOWN, "", context.clock().instant());
        this.instance = instance(context);
        this.thread = new Thread(this, "rpc-" + context.name());
        thread.setDaemon(true);
    }

    /** What tells a server that sessions are of the same client: of this gateway of this engine. */
    private static byte[] instance(GatewayContext context) {
        String text = context.identity() + "/" + context.name();
        UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(OpenRequest.INSTANCE_LENGTH).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array();
    }

    void start() {
        thread.start();
    }

    /** The session, or null while there is none. It is there before its stream begins. */
    Link link() {
        return link;
    }

    GatewayStatus status() {
        return status;
    }

    /** Ends a session and opens another, so that nothing that was sent in the first can still be carried out. */
    void renew(Link old) {
        renewed = old;
        wake();
    }

    /** Makes the thread look at once how things are. */
    void wake() {
        synchronized (signal) {
            signalled = true;
            signal.notifyAll();
        }
    }

    /** Ends the session or the attempt to open one, and the thread. */
    void close() {
        closed = true;
        wake();
        Link opening = attempt;
        if (opening != null && link == null) opening.close();
        join(JOIN_MILLIS);
        Link left = attempt;
        if (left != null) left.close();
        callbacks.close();
        join(LAST_JOIN_MILLIS);
    }

    private void join(long millis) {
        try {
            if (Thread.currentThread() != thread) thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        int failures = 0;
        ResumePoint point = ResumePoint.NONE;
        change(GatewayState.CONNECTING, "connecting to " + settings.server());
        while (!closed) {
            check.begin();
            StreamReceiver receiver =
                    new StreamReceiver(context, mirror, states, counts, subscriptions, point, this);
            String trouble = session(receiver);
            point = receiver.resumePoint();
            if (!closed) {
                ConnectionLostEvent.record(context.name(), settings.server(), trouble);
                lose(GatewayState.CONNECTING, trouble);
            }
            link = null; // after the state was changed, so that a request that finds no session is told why
            attempt = null;
            failures = receiver.isSynced() ? 0 : failures + 1;
            if (check.isHealing()) {
                takeBooks();
                point = ResumePoint.NONE;
            } else {
                pause(failures);
            }
        }
        lose(GatewayState.DOWN, CLOSED);
    }

    /** Lets the next snapshot be compared with what the books hold, instead of with what was published. */
    private void takeBooks() {
        check.askForBooks(this::wake);
        while (!closed && !check.heal(mirror)) await(settings.heartbeat().toNanos());
    }

    private void lose(GatewayState state, String detail) {
        states.lose(context.clock().instant()).forEach(context.sink()::publish);
        change(state, detail);
    }

    /** Opens a session, lives with it to its end, and says what ended it. */
    private String session(StreamReceiver receiver) {
        try (Link opened = new Link(settings, identity.tls(), instance, callbacks, receiver)) {
            attempt = opened;
            if (closed) return CLOSED;
            opened.open();
            counts.connects.incrementAndGet();
            change(GatewayState.SYNCING, "");
            link = opened;
            ConnectedEvent.record(context.name(), opened, settings.server());
            opened.receive();
            try (Pulse pulse = Pulse.start(opened, subscriptions, counts, monitors, context.name(),
                    settings.heartbeat(), this::wake)) {
                String trouble = keep(receiver, pulse);
                if (closed || check.isHealing()) opened.bye();
                return trouble;
            }
        } catch (IOException e) {
            return Faults.text(e);
        } catch (RuntimeException | Error e) { // such as no memory for a thread: the next attempt may succeed
            LOG.warn("{}: connecting failed", context.name(), e);
            return "connecting failed: " + e;
        }
    }

    /** Watches a session until something is wrong with it, and says what. */
    private String keep(StreamReceiver receiver, Pulse pulse) {
        long start = System.nanoTime();
        boolean restored = false;
        while (!closed) {
            if (receiver.isEnded()) return receiver.endReason();
            if (renewed == link) return "opening another session to find out what became of an order";
            String trouble = pulse.trouble();
            if (!trouble.isEmpty()) return explain(trouble, receiver);
            String difference = check.look();
            if (!difference.isEmpty()) return difference;
            long silence = Math.min(System.nanoTime() - start, System.nanoTime() - receiver.heardNanos());
            if (isTooLong(silence)) {
                return "nothing was heard of the server for " + settings.patience().toMillis() + " ms";
            }
            if (isTooLong(System.nanoTime() - pulse.answeredNanos())) {
                return "the server did not answer for " + settings.patience().toMillis() + " ms";
            }
            if (receiver.isSynced()) {
                if (!restored) pulse.wake();
                restored = true;
                if (receiver.isLive()) showFreshness(silence);
            }
            await(settings.heartbeat().toNanos() / 2);
        }
        return CLOSED;
    }

    private boolean isTooLong(long nanos) {
        return nanos > settings.patience().toNanos();
    }

    /**
     * A server that ends a session says why on the stream, which may come a little after the first call that failed.
     */
    private String explain(String trouble, StreamReceiver receiver) {
        long start = System.nanoTime();
        long left = REASON_NANOS;
        while (!closed && !receiver.isEnded() && left > 0) {
            await(left);
            left = REASON_NANOS - (System.nanoTime() - start);
        }
        return receiver.isEnded() ? receiver.endReason() : trouble;
    }

    private void showFreshness(long silence) {
        long late = settings.heartbeat().toNanos() * 2;
        if (silence > late) {
            change(GatewayState.STALE, "nothing heard of the server for more than two heartbeats");
        } else if (context.sink().lag().toNanos() > late) {
            change(GatewayState.STALE, "this process is behind with its own events");
        } else {
            change(GatewayState.LIVE, "");
        }
    }

    /** The state was SYNCING for all that the snapshot brought, and is LIVE for all that comes after it. */
    @Override
    public void live() {
        change(GatewayState.LIVE, "");
        wake();
    }

    @Override
    public void said(Digest digest, long sequence) {
        check.said(digest, sequence, this::wake);
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

    private void pause(int failures) {
        long time = BackOff.nanos(failures);
        long start = System.nanoTime();
        for (long left = time; !closed && left > 0; left = time - (System.nanoTime() - start)) await(left);
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

package io.trunkline.rmi.service;

import io.trunkline.engine.RequestPort;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.Caller;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Port;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.Tunnel;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client at the service: who it is, whether it lives, and what ends with it. Its sender sends, its servant carries
 * out requests.
 *
 * <p>Safe from any thread.
 */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final int number;
    private final Visitor visitor;
    private final Instant since;
    private final RemoteCaller caller;
    private final RequestPort requests;
    private final SessionSender sender;
    private final Consumer<Session> onEnd;
    private final AtomicReference<String> endReason = new AtomicReference<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicInteger sending = new AtomicInteger(); // orders and quotes
    private final String instance;
    private final Duration cancelAfter;
    private final ClockOffset clock;
    private final Set<Port.Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean expelled;
    private volatile long lastBeat = System.nanoTime();

    Session(
            int number, OpenRequest request, Visitor visitor, Tunnel tunnel, RequestPort requests, ServiceCore core,
            ServiceSettings settings, Instant since, Consumer<Session> onEnd) {
        this.number = number;
        this.visitor = visitor;
        this.since = since;
        this.requests = requests;
        this.onEnd = onEnd;
        this.instance = visitor.instance(request.instance());
        this.cancelAfter = visitor.cancelAfter(request.cancelAfter());
        this.clock = new ClockOffset(request.nanos(), System.nanoTime());
        this.caller = new RemoteCaller(tunnel, settings.readCap(), settings.readCap());
        this.sender = new SessionSender(this, request, core, settings);
    }

    int number() {
        return number;
    }

    Visitor visitor() {
        return visitor;
    }

    String clientName() {
        return visitor.name();
    }

    /** Who and where the client is, as people call it. */
    String peer() {
        return visitor.peer();
    }

    /**
     * Whether the call that this thread carries out comes from the client that opened the session: by the name that its
     * certificate proves, from whatever address; without TLS by the address.
     */
    boolean isOfCaller() {
        return visitor.principal().isPresent() ? visitor.principal().equals(Caller.principal())
                : visitor.peer().equals(Caller.peer());
    }

    Instant since() {
        return since;
    }

    RemoteCaller caller() {
        return caller;
    }

    RequestPort requests() {
        return requests;
    }

    SessionSender sender() {
        return sender;
    }

    boolean isOpen() {
        return endReason.get() == null;
    }

    /** Why it ended; empty while it is open. */
    String endReason() {
        String reason = endReason.get();
        return reason == null ? "" : reason;
    }

    /** A connection carries the client's calls. */
    void calledOver(Port.Connection connection) {
        if (connection == null || !connections.add(connection)) return;
        connection.keep();
        connections.removeIf(Port.Connection::isOver);
    }

    /** The client lives and has read up to a sequence. */
    void beat(Beat beat) {
        lastBeat = System.nanoTime();
        clock.note(beat.nanos(), lastBeat);
        acknowledged.set(beat.through());
    }

    /** How long ago the client sent something, by what it said of its clock. */
    Duration age(long clientNanos) {
        return Duration.ofNanos(clock.age(clientNanos, System.nanoTime()));
    }

    /** What all sessions of the same client have in common. */
    String instance() {
        return instance;
    }

    /** How long after the client is gone its orders and quotes are cancelled; negative for never. */
    Duration cancelAfter() {
        return cancelAfter;
    }

    /** An order or quote is about to be sent; answers false if the session is over, so that it must not be. */
    boolean beginSending() {
        sending.incrementAndGet();
        if (isOpen()) return true;
        endSending();
        return false;
    }

    /** It is sent, or not. */
    void endSending() {
        sending.decrementAndGet();
    }

    /** Whether an order or quote may still be sent: never again once the session is over and this is false. */
    boolean isSending() {
        return sending.get() > 0;
    }

    /** How far the client said it has read. */
    long acknowledged() {
        return acknowledged.get();
    }

    long nanosSinceBeat(long now) {
        return now - lastBeat;
    }

    /** Ends it; the client is told why if it still listens. Only the first reason counts. */
    void end(String reason) {
        if (!endReason.compareAndSet(null, reason)) return;
        LOG.debug("session {} of {} at {} ended: {}", number, clientName(), peer(), reason);
        sender.wake();
        onEnd.accept(this);
        requests.close(); // may wait for a gateway that is just being asked
    }

    /** Ends it like {@link #end}; the client's connections are to be ended too, once it was told. */
    void expel(String reason) {
        expelled = true;
        end(reason);
    }

    /** Ends the client's connections if it was expelled. */
    void endExpelled() {
        if (expelled) connections.forEach(Port.Connection::end);
    }

    /** Ends it and all connections of the client at once, without waiting for it to take what is on the way. */
    void abort(String reason) {
        end(reason);
        caller.close();
        connections.forEach(Port.Connection::end);
    }

    /** The sender has nothing more to send. On the sender's thread. */
    void senderEnded() {
        caller.close();
    }
}

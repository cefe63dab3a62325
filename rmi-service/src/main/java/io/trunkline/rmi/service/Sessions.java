package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Refusal;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.Filters;
import io.trunkline.rmi.wire.ObjectIds;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Port;
import io.trunkline.rmi.wire.Tunnel;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of a running service. Keeps alive what they export. Safe from any thread. */
final class Sessions {

    /** A session and the object that carries out its requests. */
    record Entry(Session session, SessionServant servant) {}

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final long CLOSE_SECONDS = 2;
    private static final long SEND_SECONDS = 2;
    private static final long SEND_LOOK_NANOS = 1_000_000;

    private final ServiceCore core;
    private final ServiceSettings settings;
    private final Port port;
    private final Epoch epoch;
    private final Gate gate;
    private final LeftOrders leftOrders;
    private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();
    private final Set<Session> leaving = ConcurrentHashMap.newKeySet(); // ended, but they may still be at work
    private final Semaphore places;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private volatile boolean closed;

    Sessions(ServiceCore core, ServiceSettings settings, Port port, Epoch epoch, Gate gate) {
        this.core = core;
        this.settings = settings;
        this.port = port;
        this.epoch = epoch;
        this.gate = gate;
        this.leftOrders = new LeftOrders(core.engine(), gate.audit());
        this.places = new Semaphore(settings.maxSessions());
    }

    /** Opens a session for a client that is being served on this thread. */
    OpenReply open(OpenRequest request, Visitor visitor) throws RemoteException {
        if (closed || core.engine().isClosed()) return refused("closing", "the service stops");
        if (!places.tryAcquire()) {
            return refused("too-many-sessions", entries.size() + " clients are connected, the limit is "
                    + settings.maxSessions() + " (setting sessions of the service)");
        }
        Optional<Tunnel> tunnel = port.expect(request.secret());
        if (tunnel.isEmpty()) {
            places.release();
            return refused("secret", "another session has this secret; a secret is 16 random bytes");
        }
        endEarlier(visitor.instance(request.instance()));
        MainEngine engine = core.engine();
        int number = lastNumber.incrementAndGet();
        Session session = new Session(number, request, visitor, tunnel.get(),
                engine.requestsOf(new Origin(visitor.name())), core, settings,
                engine.options().clock().instant(), this::ended);
        SessionServant servant = new SessionServant(session, core, gate, () -> isEarlierSending(session));
        byte[] id = export(servant, tunnel.get());
        entries.put(number, new Entry(session, servant));
        leftOrders.came(visitor.name());
        if (closed) session.end("the service stops");
        LOG.debug("session {} opened for {} at {}", number, visitor.name(), visitor.peer());
        engine.log(LogLevel.INFO, RpcServiceProvider.TYPE, "client " + visitor.name() + " connected");
        Epoch seen = epochOf(visitor);
        LogPlace place = request.epoch().equals(seen) ? core.log().find(request.through()) : null;
        if (place != null) session.sender().resume(place);
        session.sender().thread().start();
        if (place == null) core.begin(session);
        else core.resume(session);
        SessionOpenedEvent.record(session, place != null);
        return new OpenReply.Opened(id, seen, number, place != null, core.through(), visitor.sight().number());
    }

    /** A client whose view changed finds another epoch, and so starts from a snapshot. */
    private Epoch epochOf(Visitor visitor) {
        long[] mark = visitor.sight().view().mark();
        return new Epoch(epoch.high() ^ mark[0], epoch.low() ^ mark[1]);
    }

    /** A client that comes again has given up the session that it had. */
    private void endEarlier(String instance) {
        for (Entry entry : entries.values()) {
            if (entry.session().instance().equals(instance)) {
                entry.session().abort("the client opened another session");
            }
        }
    }

    /** Whether an order or quote that a client sent in an earlier session may still be on its way through here. */
    private boolean isEarlierSending(Session session) {
        return Stream.concat(entries.values().stream().map(Entry::session), leaving.stream()).anyMatch(earlier ->
                earlier != session && earlier.isSending() && earlier.instance().equals(session.instance()));
    }

    private byte[] export(SessionServant servant, Tunnel tunnel) throws RemoteException {
        try {
            return ObjectIds.of(
                    UnicastRemoteObject.exportObject(servant, settings.port(), null, port, Filters.forService()));
        } catch (RemoteException | RuntimeException e) {
            places.release();
            tunnel.close();
            throw e;
        }
    }

    private static OpenReply refused(String rule, String message) {
        return new OpenReply.Refused(new Refusal(rule, message));
    }

    private void ended(Session session) {
        Entry entry = entries.get(session.number());
        if (entry == null) return;
        leaving.add(session);
        entries.remove(session.number());
        places.release();
        try {
            UnicastRemoteObject.unexportObject(entry.servant(), true);
        } catch (NoSuchObjectException e) {
            LOG.debug("session {} was not exported any more", session.number(), e);
        }
        core.end(session);
        noteLeft(session);
        SessionEndedEvent.record(session);
        gate.audit().write(session.clientName(), session.peer(), "logged out",
                "session " + session.number() + ": " + session.endReason());
        core.engine().log(LogLevel.INFO, RpcServiceProvider.TYPE,
                "client " + session.clientName() + " disconnected: " + session.endReason());
    }

    private void noteLeft(Session session) {
        if (closed || session.cancelAfter().isNegative()) return;
        boolean isHere = entries.values().stream().anyMatch(
                entry -> entry.session().clientName().equals(session.clientName()));
        if (!isHere) leftOrders.left(session.clientName(), session.cancelAfter(), System.nanoTime());
    }

    /** All sessions, by number. */
    List<Entry> list() {
        return entries.values().stream().sorted(Comparator.comparingInt(entry -> entry.session().number())).toList();
    }

    /** A figure of all sessions together, to a tenth. */
    double total(ToDoubleFunction<SentCounts> figure) {
        double sum = entries.values().stream().mapToDouble(
                entry -> figure.applyAsDouble(entry.session().sender().counts())).sum();
        return Math.round(sum * 10) / 10.0;
    }

    Optional<Session> find(int number) {
        return Optional.ofNullable(entries.get(number)).map(Entry::session);
    }

    /** Looks at what the sessions sent, for their rates. */
    void measure(long now) {
        entries.values().forEach(entry -> entry.session().sender().counts().measure(now));
    }

    /** Ends the sessions of clients that were revoked, or whose rights are not what they were. */
    void endChanged() {
        gate.access().refresh();
        for (Entry entry : entries.values()) {
            gate.access().whyOver(entry.session().visitor().granted()).ifPresent(entry.session()::expel);
        }
    }

    /** Ends the sessions of clients that gave no sign of life, or have not taken what was written, for too long. */
    void endSilent(long now) {
        leftOrders.look(now);
        long patience = settings.patience().toNanos();
        for (Entry entry : entries.values()) {
            Session session = entry.session();
            if (session.nanosSinceBeat(now) > patience) {
                session.abort("no sign of life for " + settings.patience().toMillis() + " ms");
            } else if (session.caller().blockedWriteNanos(now) > patience) {
                session.abort("took nothing for " + settings.patience().toMillis() + " ms");
            }
        }
        leaving.removeIf(session -> {
            if (session.caller().blockedWriteNanos(now) > patience) session.abort(session.endReason());
            if (session.sender().thread().getState() != Thread.State.TERMINATED || session.isSending()) return false;
            session.endExpelled();
            return true;
        });
    }

    /**
     * Ends all sessions once what was logged was sent, telling the clients why; waits a bounded time until they were
     * told.
     */
    void close(String reason) {
        closed = true;
        leftOrders.close();
        awaitSent();
        list().forEach(entry -> entry.session().end(reason));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        for (Session session : leaving) {
            try {
                long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
                session.sender().thread().join(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            session.abort(reason);
        }
    }

    private void awaitSent() {
        long through = core.through();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SEND_SECONDS);
        for (Entry entry : entries.values()) {
            SessionSender sender = entry.session().sender();
            while (entry.session().isOpen() && sender.behind().sequence() > 0 && sender.through() < through
                    && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(SEND_LOOK_NANOS);
            }
        }
    }
}

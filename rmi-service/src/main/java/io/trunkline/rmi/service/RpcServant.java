package io.trunkline.rmi.service;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Refusal;
import io.trunkline.rmi.access.Access;
import io.trunkline.rmi.access.LogIn;
import io.trunkline.rmi.access.Proof;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Caller;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Port;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.WireException;
import java.rmi.RemoteException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers clients that want a session. Called on the threads of their connections. */
final class RpcServant implements RpcService {

    private static final Logger LOG = LoggerFactory.getLogger(RpcServant.class);
    private static final int MAX_NAME = 64;

    private final Sessions sessions;
    private final Filling filling;
    private final Gate gate;
    private final Function<View, Sight> sights;
    private final LinePace refusals = new LinePace();
    private final LinePace frequent = new LinePace();
    private final AtomicLong refused = new AtomicLong();

    /** The function makes the sight of a view. */
    RpcServant(Sessions sessions, Filling filling, Gate gate, Function<View, Sight> sights) {
        this.sessions = sessions;
        this.filling = filling;
        this.gate = gate;
        this.sights = sights;
    }

    /** How many clients got no session. */
    long refused() {
        return refused.get();
    }

    @Override
    public byte[] open(byte[] request) {
        Port.Connection connection = Caller.connection();
        if (connection == null) return reply(request).encode();
        connection.hold();
        try {
            OpenReply reply = reply(request);
            if (reply instanceof OpenReply.Opened) connection.keep();
            return reply.encode();
        } finally {
            connection.release();
        }
    }

    private OpenReply reply(byte[] request) {
        OpenReply reply = answer(request);
        if (reply instanceof OpenReply.Refused no) {
            refused.incrementAndGet();
            boolean isLogged = no.refusal().rule().equals(Access.LOG_IN);
            String ending = isLogged ? null : refusals.ending(System.nanoTime());
            if (ending != null) LOG.info("a client at {} got no session: {}{}", Caller.peer(), no.refusal(), ending);
        }
        return reply;
    }

    private OpenReply answer(byte[] bytes) {
        if (bytes == null) return refuse("bad-request", "nothing was sent");
        String peer = Caller.peer();
        if (peer == null) return refuse("unknown-peer", "the caller's address is not known");
        try {
            int version = OpenRequest.versionOf(bytes);
            if (version != Protocol.VERSION) {
                return refuse("version", "the client speaks protocol version " + version + ", the server version "
                        + Protocol.VERSION + "; run the same release on both sides");
            }
            OpenRequest request = OpenRequest.decode(bytes);
            String name = request.clientName();
            if (name.isBlank() || name.length() > MAX_NAME || !PlainText.of(name).equals(name)) {
                return refuse("client-name", "a client's name has 1 to " + MAX_NAME + " printable characters");
            }
            Proof proof = new Proof(name, request.token(), Caller.origin(), Caller.principal().orElse(""),
                    Caller.fingerprint());
            LogIn logIn = gate.access().logIn(proof);
            if (logIn instanceof LogIn.Denied denied) {
                denied(proof.shownName(), peer, denied);
                return new OpenReply.Refused(denied.refusal());
            }
            LogIn.Granted granted = (LogIn.Granted) logIn;
            Optional<String> filled = filling.gateway();
            if (filled.isPresent()) {
                return refuse("filling", "the server does not know yet what is behind its own gateway "
                        + filled.get() + "; try again in a moment");
            }
            return open(request, new Visitor(granted, peer, Caller.principal(),
                    sights.apply(granted.rights().view()), gate.access().isRequired()));
        } catch (WireException e) {
            return refuse("bad-request", "the request cannot be read: " + e.getMessage());
        } catch (RemoteException | RuntimeException e) {
            LOG.warn("a session cannot be opened", e);
            return refuse("server-error", "the server could not open a session; its log says why");
        }
    }

    private void denied(String name, String peer, LogIn.Denied denied) {
        String ending = denied.isFrequent() ? frequent.ending(System.nanoTime()) : ""; // others are few
        if (ending == null) return;
        LOG.warn("{} at {} may not come in: {}{}", name, peer, denied.reason(), ending);
        gate.audit().write(name, peer, "denied", denied.reason() + ending);
    }

    private OpenReply open(OpenRequest request, Visitor visitor) throws RemoteException {
        OpenReply reply = sessions.open(request, visitor);
        if (reply instanceof OpenReply.Opened opened) {
            gate.audit().write(visitor.name(), visitor.peer(), "logged in", "session " + opened.number() + " as "
                    + visitor.rights().role() + (opened.resumed() ? ", resumed" : ""));
        }
        return reply;
    }

    private static OpenReply refuse(String rule, String message) {
        return new OpenReply.Refused(new Refusal(rule, message));
    }
}

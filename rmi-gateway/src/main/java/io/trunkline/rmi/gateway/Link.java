package io.trunkline.rmi.gateway;

import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.BeatReply;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.Filters;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.ObjectIds;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.ReversePort;
import io.trunkline.rmi.wire.RpcCallback;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Tls;
import io.trunkline.rmi.wire.WireException;
import java.io.IOException;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.rmi.server.UnicastRemoteObject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session at a service, from this side: the calls that go there, and the callback object that the service calls.
 *
 * <p>Opened by the connector's thread, which then shows it to others; {@link #close} is safe from any thread at any
 * time and ends an opening under way.
 */
final class Link implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final LinkSettings settings;
    private final byte[] instance;
    private final StreamReceiver receiver;
    private final RemoteCaller caller;
    private final String identityToken;
    private final byte[] secret = new byte[EventStream.SECRET_LENGTH];
    private final RpcCallback callback; // held here: nothing else keeps an exported object alive
    private final ReversePort callbacks;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet(); // client keys
    private volatile boolean closed;
    private RpcSession session;
    private Epoch epoch = Epoch.NONE;
    private int number;

    /** A link that is not open; the instance is what all sessions of a client have. Close it also if opening fails. */
    Link(LinkSettings settings, Optional<Tls> tls, byte[] instance, ReversePort callbacks, StreamReceiver receiver) {
        this.settings = settings;
        this.instance = instance;
        this.callbacks = callbacks;
        this.receiver = receiver;
        this.identityToken = tls.map(Tls::token).orElse("");
        this.caller = new RemoteCaller(settings.server(), tls, settings.connectTimeout(), settings.readCap());
        this.callback = new Callback(receiver);
        new SecureRandom().nextBytes(secret);
    }

    /**
     * Opens the session. Its stream begins with {@link #receive}.
     *
     * @throws IOException if that fails; the message says why in words for a person
     */
    void open() throws IOException {
        RpcService service = caller.proxy(RpcService.class, findService());
        Remote stub = UnicastRemoteObject.exportObject(callback, 0, null, callbacks, Filters.forCallback());
        EventStream.expect(secret, receiver);
        ResumePoint point = receiver.resumePoint();
        String token = settings.token().isEmpty() ? identityToken : settings.token();
        OpenRequest request = new OpenRequest(Protocol.VERSION, settings.clientName(), ObjectIds.of(stub), secret,
                settings.allTicks(), point.epoch(), point.through(), instance, System.nanoTime(),
                token, settings.cancelAfter());
        OpenReply reply = OpenReply.decode(service.open(request.encode()));
        if (reply instanceof OpenReply.Refused refused) {
            throw new IOException("the server at " + caller + " refused: " + refused.refusal());
        }
        OpenReply.Opened opened = (OpenReply.Opened) reply;
        session = caller.proxy(RpcSession.class, opened.sessionId());
        epoch = opened.epoch();
        number = opened.number();
        receiver.begin(opened);
    }

    /**
     * Opens the connection on which the server calls back: the stream begins.
     *
     * @throws IOException if that fails; the message says why in words for a person
     */
    void receive() throws IOException {
        caller.openReverse(callbacks, secret);
        if (closed) callbacks.disconnect();
    }

    private byte[] findService() throws IOException {
        String prefix = Protocol.SERVICE_NAME + ":";
        for (String name : caller.listNames()) {
            if (!name.startsWith(prefix)) continue;
            try {
                return HexFormat.of().parseHex(name.substring(prefix.length()));
            } catch (IllegalArgumentException e) {
                throw new WireException("the registry at " + caller + " names no usable service: " + name);
            }
        }
        throw new IOException("the registry at " + caller + " has no Trunkline service");
    }

    RpcSession session() {
        return session;
    }

    StreamReceiver receiver() {
        return receiver;
    }

    /** Where the server is. */
    Address server() {
        return settings.server();
    }

    Epoch epoch() {
        return epoch;
    }

    int number() {
        return number;
    }

    /** What was sent with a client key got no answer here: it may still come to the server. */
    void noAnswer(String clientKey) {
        unanswered.add(clientKey);
    }

    /** Whether what was sent with a client key may still come to the server in this session. */
    boolean isUnanswered(String clientKey) {
        return unanswered.contains(clientKey);
    }

    /** Tells the server that this side lives and how far it has read, and answers how long that took. */
    long beat() throws RemoteException {
        long start = System.nanoTime();
        byte[] answer = session.beat(new Beat(receiver.through(), start).encode());
        long end = System.nanoTime();
        try {
            receiver.clock().note(start, BeatReply.decode(answer).nanos(), end);
        } catch (WireException e) {
            throw new UnmarshalException("the answer to a beat cannot be read: " + e.getMessage());
        }
        return end - start;
    }

    /** Ends the session in good order, if the server can be told. */
    void bye() {
        try {
            session.close(new byte[0]);
        } catch (RemoteException e) {
            LOG.debug("the server could not be told that the session ends", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        receiver.cancel();
        EventStream.forget(secret);
        caller.close();
        try {
            UnicastRemoteObject.unexportObject(callback, true);
        } catch (NoSuchObjectException e) {
            LOG.debug("the callback was not exported", e);
        }
        callbacks.disconnect();
    }

    /** What the server calls. */
    private static final class Callback implements RpcCallback {
        private final StreamReceiver receiver;

        Callback(StreamReceiver receiver) {
            this.receiver = receiver;
        }

        /** The stream was read while the argument was deserialized; nothing is left to do. */
        @Override
        public void onEvents(EventStream events) {
            LOG.debug("the stream ended: {}", receiver.endReason());
        }

        @Override
        public void onClosed(byte[] reason) {
            try {
                receiver.closedByServer(Messages.decodeText(reason));
            } catch (WireException e) {
                LOG.debug("the server's reason cannot be read", e);
            }
        }
    }
}

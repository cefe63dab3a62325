package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Outcome;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.BeatReply;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.ChunkWriter;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.Filters;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.ObjectIds;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Port;
import io.trunkline.rmi.wire.PortLimits;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.StreamCall;
import io.trunkline.rmi.wire.WireWriter;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A service without an engine: it opens sessions for anybody and lets a test write the stream by hand. Its session
 * object answers signs of life, and that it never received any order, but nothing else.
 */
final class FakeService implements AutoCloseable {

    /** A session's stream, open, with nothing sent; numbers and sequence start from nothing. */
    static final class Line {
        private final StreamCall stream;
        private final ChunkWriter chunk = new ChunkWriter(1 << 12);
        private FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());

        private Line(StreamCall stream) {
            this.stream = stream;
        }

        /** Sends an empty snapshot as of a sequence. */
        void sync(long sequence) throws IOException {
            send(Chunk.Kind.SNAPSHOT_BEGIN, sequence, sequence);
            send(Chunk.Kind.SNAPSHOT_END, sequence, sequence);
            encoder = new FrameEncoder(new Dictionary(), sequence, kind -> Optional.empty());
        }

        /** Sends a chunk of events whose sequences follow those sent before, with any numbers in its header. */
        void send(Chunk.Kind kind, long after, long through, Event... events) throws IOException {
            chunk.clear();
            for (Event event : events) encoder.encode(event, chunk.frames());
            stream.send(chunk.finish(kind, after, through, 0));
        }

        /** Sends events in order and right. */
        void send(Event... events) throws IOException {
            long after = encoder.sequence();
            chunk.clear();
            for (Event event : events) encoder.encode(event, chunk.frames());
            stream.send(chunk.finish(Chunk.Kind.EVENTS, after, encoder.sequence(), 0));
        }

        /** Sends an event in order and right, in a chunk that says that it was sent at a time of the server's clock. */
        void sendAt(long nanos, Event event) throws IOException {
            long after = encoder.sequence();
            chunk.clear();
            encoder.encode(event, chunk.frames());
            stream.send(chunk.finish(Chunk.Kind.EVENTS, after, encoder.sequence(), 0, nanos));
        }

        /** Sends a digest in order and right. */
        void send(Digest digest) throws IOException {
            long after = encoder.sequence();
            chunk.clear();
            encoder.encode(digest, chunk.frames());
            stream.send(chunk.finish(Chunk.Kind.EVENTS, after, encoder.sequence(), 0));
        }

        /** Sends a chunk of any bytes. */
        void sendBytes(Chunk.Kind kind, long after, long through, byte[] bytes) throws IOException {
            chunk.clear();
            chunk.frames().writeBytes(bytes, 0, bytes.length);
            stream.send(chunk.finish(kind, after, through, 0));
        }

        /** The frames of events that would follow, as bytes. */
        byte[] frames(Event... events) {
            WireWriter out = new WireWriter(256);
            for (Event event : events) encoder.encode(event, out);
            return out.toByteArray();
        }

        void cut() {
            stream.close();
        }
    }

    final List<OpenRequest> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger opens = new AtomicInteger();
    volatile Function<OpenRequest, OpenReply> onOpen = null;
    volatile long aheadNanos; // of its clock before this JVM's
    volatile boolean mute; // signs of life are not answered
    volatile boolean holdsOrders; // they are not answered either
    private final Port port = new Port(new Address.Tcp("127.0.0.1", 0), PortLimits.SERVICE);
    private final LinkedBlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final List<Remote> exported = new ArrayList<>();
    private final List<RemoteCaller> callers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile byte[] sessionId;

    FakeService() throws Exception {
        Registry registry = LocateRegistry.createRegistry(0, null, port);
        exported.add(registry);
        sessionId = ObjectIds.of(export(session()));
        Remote stub = export((RpcService) this::open);
        registry.bind(Protocol.SERVICE_NAME + ":" + HexFormat.of().formatHex(ObjectIds.of(stub)), stub);
    }

    private RpcSession session() {
        return (RpcSession) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RpcSession.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    /** Knows the sessions so far no longer, as after a restart; their streams go on. */
    void forgetSessions() throws Exception {
        Remote old = exported.remove(1);
        sessionId = ObjectIds.of(export(session()));
        UnicastRemoteObject.unexportObject(old, true);
    }

    private Remote export(Remote object) throws Exception {
        exported.add(object);
        return UnicastRemoteObject.exportObject(object, 0, null, port, Filters.forService());
    }

    private Object answer(String method, Object[] arguments) throws IOException {
        if (method.equals("hashCode")) return System.identityHashCode(this);
        if (method.equals("equals")) return false;
        if (method.equals("toString")) return "session";
        Wait.until("a beat is answered", () -> !mute || closed.get());
        if (method.equals("sendOrder") && holdsOrders) Wait.until("the service is closed", closed::get);
        if (method.equals("outcome")) {
            return Messages.encode(new Outcome.NeverReceived(Messages.decodeText((byte[]) arguments[0])));
        }
        return method.equals("beat") ? new BeatReply(0, nanos()).encode() : new byte[0];
    }

    /** What its monotonic clock says. */
    long nanos() {
        return System.nanoTime() + aheadNanos;
    }

    private byte[] open(byte[] bytes) {
        try {
            OpenRequest request = OpenRequest.decode(bytes);
            requests.add(request);
            int number = opens.incrementAndGet();
            Function<OpenRequest, OpenReply> other = onOpen;
            if (other != null) return other.apply(request).encode();
            RemoteCaller caller = new RemoteCaller(port.expect(request.secret()).orElseThrow(), Duration.ofSeconds(5),
                    Duration.ofSeconds(5));
            callers.add(caller);
            Thread opening = new Thread(() -> openLine(caller, request));
            opening.setDaemon(true);
            opening.start();
            return new OpenReply.Opened(sessionId, new Epoch(1, number), number, false, 0, 0).encode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void openLine(RemoteCaller caller, OpenRequest request) {
        try {
            lines.add(new Line(caller.openStream(request.callbackId(), request.secret())));
        } catch (IOException e) {
            caller.close(); // the client is gone already
        }
    }

    String address() {
        return port.address().toString();
    }

    /** The next session's stream. */
    Line line() throws InterruptedException {
        Line line = lines.poll(Wait.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (line == null) throw new AssertionError("nobody opened a session");
        return line;
    }

    @Override
    public void close() {
        closed.set(true);
        callers.forEach(RemoteCaller::close);
        for (Remote remote : exported) {
            try {
                UnicastRemoteObject.unexportObject(remote, true);
            } catch (NoSuchObjectException e) {
                throw new AssertionError(e);
            }
        }
        port.close();
    }
}

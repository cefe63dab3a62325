package io.trunkline.rmi.service;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.Filters;
import io.trunkline.rmi.wire.FrameDecoder;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
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
import io.trunkline.rmi.wire.WireException;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.IOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A client without an engine: opens a session, keeps what the stream brings and checks its numbers. */
final class TestClient implements AutoCloseable, RpcCallback {

    static final Duration LONG = Duration.ofSeconds(30);

    private static final int DIGEST = FrameKind.DIGEST.ordinal();

    /** How a client differs from a good one. */
    record Manners(String name, boolean allTicks, int version, EventStream.Receiver receiver, String token) {

        Manners(String name, boolean allTicks, int version, EventStream.Receiver receiver) {
            this(name, allTicks, version, receiver, "");
        }
    }

    private final ByteArrayOutputStream received = new ByteArrayOutputStream(); // guarded by itself
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<Tick> ticks = new CopyOnWriteArrayList<>();
    final List<Digest> digests = new CopyOnWriteArrayList<>();
    final List<Chunk.Kind> kinds = new CopyOnWriteArrayList<>();
    final CountDownLatch synced = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    volatile String reason = "";
    volatile Throwable fault;
    volatile long through;
    volatile int signsOfLife; // written on the stream's thread
    private final ReversePort callbacks = new ReversePort(LONG);
    private final byte[] secret = new byte[EventStream.SECRET_LENGTH];
    private final byte[] instance;
    private final RemoteCaller caller;
    private final OpenReply reply;

    private TestClient(String address, Manners manners, Epoch epoch, long known, byte[] instance) throws IOException {
        this.instance = instance;
        caller = new RemoteCaller(Address.parse(address, Protocol.DEFAULT_PORT), LONG, LONG);
        new SecureRandom().nextBytes(secret);
        byte[] callbackId =
                ObjectIds.of(UnicastRemoteObject.exportObject(this, 0, null, callbacks, Filters.forCallback()));
        EventStream.expect(secret, manners.receiver() == null ? this::readFrom : manners.receiver());
        OpenRequest request = new OpenRequest(manners.version(), manners.name(), callbackId, secret,
                manners.allTicks(), epoch, known, instance, System.nanoTime(), manners.token(),
                OpenRequest.NEVER);
        reply = OpenReply.decode(service(caller).open(request.encode()));
        if (reply instanceof OpenReply.Opened) openReverse();
    }

    static RpcService service(RemoteCaller caller) throws RemoteException {
        return caller.proxy(RpcService.class, serviceId(caller));
    }

    static byte[] serviceId(RemoteCaller caller) throws RemoteException {
        String name = Arrays.stream(caller.listNames()).filter(each -> each.contains(":")).findFirst().orElseThrow();
        return HexFormat.of().parseHex(name.substring(name.indexOf(':') + 1));
    }

    static TestClient open(String address, Manners manners) throws IOException {
        return resume(address, manners, Epoch.NONE, 0);
    }

    /** Opens a session that goes on where another one ended, if the server can. */
    static TestClient resume(String address, Manners manners, Epoch epoch, long through) throws IOException {
        return new TestClient(address, manners, epoch, through, newInstance());
    }

    /** Opens another session of the same client. */
    static TestClient reopen(String address, TestClient earlier) throws IOException {
        Manners manners = new Manners("again", false, Protocol.VERSION, null);
        return new TestClient(address, manners, Epoch.NONE, 0, earlier.instance);
    }

    private static byte[] newInstance() {
        byte[] bytes = new byte[OpenRequest.INSTANCE_LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static TestClient open(String address, String name, boolean allTicks) throws IOException {
        return open(address, new Manners(name, allTicks, Protocol.VERSION, null));
    }

    OpenReply reply() {
        return reply;
    }

    /** The rule that refused the session; empty if none did. */
    String refusedBy() {
        return reply instanceof OpenReply.Refused refused ? refused.refusal().rule() : "";
    }

    OpenReply.Opened opened() {
        return (OpenReply.Opened) reply;
    }

    RpcSession session() {
        return caller.proxy(RpcSession.class, opened().sessionId());
    }

    /** Asks for the ticks of an instrument. */
    Outcome subscribe(InstrumentId instrument) throws IOException {
        return Messages.decodeOutcome(session().subscribe(Messages.encode(new SubscribeRequest("FAKE", instrument))));
    }

    /** The last prices of the ticks that came. */
    List<Double> prices() {
        return ticks.stream().map(Tick::lastPrice).toList();
    }

    boolean hasOrder(String local) {
        return events.stream().anyMatch(event -> event instanceof Order order && order.id().local().equals(local));
    }

    /** Opens a connection for calls to this client; the session needs one. */
    void openReverse() throws RemoteException {
        caller.openReverse(callbacks, secret);
    }

    byte[] secret() {
        return secret;
    }

    ReversePort callbacks() {
        return callbacks;
    }

    RemoteCaller caller() {
        return caller;
    }

    private void readFrom(DataInput in) throws IOException {
        Chunk chunk = new Chunk();
        FrameDecoder decoder = new FrameDecoder("", kind -> Optional.empty());
        try {
            do {
                chunk.read(in);
                take(chunk, decoder);
            } while (chunk.kind() != Chunk.Kind.CLOSE);
        } catch (IOException | RuntimeException | Error e) {
            fault = e;
            throw e;
        } finally {
            ended.countDown();
        }
    }

    /** The bodies of all chunks so far. */
    byte[] received() {
        synchronized (received) {
            return received.toByteArray();
        }
    }

    private void take(Chunk chunk, FrameDecoder decoder) throws WireException {
        kinds.add(chunk.kind());
        synchronized (received) {
            received.write(chunk.body(), 0, chunk.length());
        }
        long last = chunk.after();
        if (chunk.kind() == Chunk.Kind.CLOSE) {
            reason = Messages.decodeText(Arrays.copyOf(chunk.body(), chunk.length()));
            return;
        }
        if (chunk.kind() == Chunk.Kind.EVENTS && chunk.after() != through) {
            throw new WireException("goes on after " + chunk.after() + " instead of " + through);
        }
        for (int at = 0; at < chunk.length(); at = Frames.end(chunk.body(), at, chunk.length())) {
            long sequence = Frames.sequence(chunk.body(), at);
            if (chunk.kind() == Chunk.Kind.EVENTS && (sequence <= last || sequence > chunk.through())) {
                throw new WireException("frame " + sequence + " follows " + last);
            }
            last = sequence;
            Event event = decoder.decode(chunk.body(), at);
            if (event != null) keep(event);
            else if (Frames.kind(chunk.body(), at) == DIGEST) digests.add(Digest.decode(chunk.body(), at));
        }
        if (chunk.kind() == Chunk.Kind.EVENTS && chunk.length() == 0) signsOfLife = signsOfLife + 1;
        if (chunk.kind() == Chunk.Kind.EVENTS || chunk.kind() == Chunk.Kind.SNAPSHOT_END) through = chunk.through();
        if (chunk.kind() == Chunk.Kind.SNAPSHOT_END) synced.countDown();
    }

    private void keep(Event event) {
        if (event instanceof Tick tick) ticks.add(tick);
        else events.add(event);
    }

    @Override
    public void onEvents(EventStream stream) {
        ended.countDown();
    }

    @Override
    public void onClosed(byte[] text) throws RemoteException {
        try {
            reason = Messages.decodeText(text);
        } catch (WireException e) {
            throw new RemoteException("bad", e);
        }
        ended.countDown();
    }

    @Override
    public void close() {
        EventStream.forget(secret);
        caller.close();
        try {
            UnicastRemoteObject.unexportObject(this, true);
        } catch (NoSuchObjectException e) {
            throw new AssertionError(e);
        }
        callbacks.close();
    }
}

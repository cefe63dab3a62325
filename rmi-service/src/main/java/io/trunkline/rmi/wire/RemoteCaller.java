package io.trunkline.rmi.wire;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Makes remote calls to one side, whatever host and port that side believes to have: on connections that it opens to an
 * address, or on those that the other side opened for it. Connecting and reading are bounded; connections are kept for
 * later calls for a short while; closing ends every one of them and every call.
 *
 * <p>It stands where the platform's stubs would. Those deserialize whatever result or exception the other side sends,
 * tell the garbage collector of a host and port that the other side chose, and keep a thread an address for it.
 *
 * <p>Safe from any thread.
 */
public final class RemoteCaller implements AutoCloseable {

    private static final long KEEP_NANOS = Duration.ofSeconds(5).toNanos(); // well below what a service lets idle
    private static final long FRESH_NANOS = Duration.ofMillis(20).toNanos(); // too short for a look, a system call

    private final SocketSource source;
    private final int connectMillis;
    private final int readMillis;
    private final ConcurrentLinkedDeque<CallConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<CallConnection> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> greeting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A caller of an address; connects when it must.
     *
     * @param connectTimeout how long connecting may take, and then the other side's greeting
     * @param readCap how long a result may take, and longer only by what a long one needs
     */
    public RemoteCaller(Address address, Duration connectTimeout, Duration readCap) {
        this(address, Optional.empty(), connectTimeout, readCap);
    }

    /**
     * A caller of an address; connects when it must.
     *
     * @param tls what to speak TLS with, if at all; not used over a Unix-domain socket
     * @param connectTimeout how long connecting may take, then agreeing on TLS, and then the other side's greeting
     * @param readCap how long a result may take, and longer only by what a long one needs
     */
    public RemoteCaller(Address address, Optional<Tls> tls, Duration connectTimeout, Duration readCap) {
        this(address instanceof Address.Unix unix ? new UnixDialer(unix) : new TcpDialer((Address.Tcp) address, tls),
                connectTimeout, readCap);
    }

    /**
     * A caller of a client that opens the connections, whose tunnel it closes with itself.
     *
     * @param connectTimeout how long to wait for the first connection, and then for each one's greeting
     * @param readCap how long a result may take, and longer only by what a long one needs
     */
    public RemoteCaller(Tunnel tunnel, Duration connectTimeout, Duration readCap) {
        this((SocketSource) tunnel, connectTimeout, readCap);
    }

    private RemoteCaller(SocketSource source, Duration connectTimeout, Duration readCap) {
        this.source = source;
        this.connectMillis = (int) connectTimeout.toMillis();
        this.readMillis = (int) readCap.toMillis();
    }

    /** The names in the registry there. */
    public String[] listNames() throws RemoteException {
        return withConnection(CallConnection::listNames);
    }

    /**
     * An object that calls the remote object with an id. Its methods must all be of the form {@code byte[]
     * name(byte[])}. They throw {@link java.rmi.ConnectException} or {@link ConnectIOException} if the call certainly
     * did not reach the other side, and another RemoteException if it may have.
     */
    public <T extends Remote> T proxy(Class<T> type, byte[] objectId) {
        Map<Method, byte[]> heads = new ConcurrentHashMap<>();
        for (Method method : type.getMethods()) heads.put(method, Jrmp.call(objectId, method));
        InvocationHandler handler = (proxy, method, arguments) -> {
            byte[] head = heads.get(method);
            if (head == null) return objectMethod(type, proxy, method, arguments);
            return withConnection(connection -> connection.call(head, (byte[]) arguments[0]));
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object objectMethod(Class<?> type, Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "toString" -> type.getSimpleName() + " at " + this;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** Makes the call that stays open: {@link RpcCallback#onEvents} of the callback with an id. */
    public StreamCall openStream(byte[] callbackId, byte[] secret) throws RemoteException {
        CallConnection connection = connect();
        try {
            return new StreamCall(connection, callbackId, secret);
        } catch (IOException e) {
            discard(connection);
            throw new UnmarshalException("the stream could not be opened: " + Sockets.describe(e), e);
        }
    }

    /** Calls {@link RpcCallback#onClosed} of the callback with an id. */
    public void callOnClosed(byte[] callbackId, String reason) throws RemoteException {
        byte[] head = Jrmp.call(callbackId, RemoteMethods.ON_CLOSED);
        withConnection(connection -> {
            connection.callForNothing(head, Messages.encodeText(reason));
            return null;
        });
    }

    private interface Work<T> {
        T on(CallConnection connection) throws IOException;
    }

    private <T> T withConnection(Work<T> work) throws RemoteException {
        CallConnection connection = takeIdle();
        if (connection == null) connection = connect();
        try {
            T result = work.on(connection);
            keep(connection);
            return result;
        } catch (RemoteException e) {
            discard(connection);
            throw e;
        } catch (IOException e) {
            discard(connection);
            throw new UnmarshalException("no answer from " + this + ": " + Sockets.describe(e), e);
        } catch (RuntimeException e) {
            discard(connection);
            throw e;
        }
    }

    private CallConnection takeIdle() {
        long now = System.nanoTime();
        for (CallConnection connection; (connection = idle.pollFirst()) != null; ) {
            long unused = now - connection.usedNanos();
            if (unused < FRESH_NANOS || unused < KEEP_NANOS && isQuiet(connection)) return connection;
            discard(connection);
        }
        return null;
    }

    /** Else a call that never left would look as if it had been made. */
    private static boolean isQuiet(CallConnection connection) {
        try {
            return connection.isQuiet();
        } catch (IOException e) {
            return false;
        }
    }

    private void keep(CallConnection connection) {
        idle.addFirst(connection);
        CallConnection oldest = idle.peekLast();
        if (oldest != null && System.nanoTime() - oldest.usedNanos() > KEEP_NANOS
                && idle.removeLastOccurrence(oldest)) {
            discard(oldest);
        }
        if (closed) close();
    }

    private void discard(CallConnection connection) {
        open.remove(connection);
        connection.close();
    }

    private CallConnection connect() throws RemoteException {
        Socket socket = next();
        greeting.add(socket);
        try {
            if (closed) throw new SocketException("Socket closed");
            agree(socket);
            CallConnection connection = new CallConnection(socket, connectMillis, readMillis);
            open.add(connection);
            if (closed) close();
            return connection;
        } catch (IOException e) {
            Sockets.closeQuietly(socket::close);
            throw new ConnectIOException(source.explain(e, connectMillis), e);
        } finally {
            greeting.remove(socket);
        }
    }

    private void agree(Socket socket) throws IOException {
        if (socket instanceof TlsSocket tls) tls.handshake(connectMillis);
    }

    private Socket next() throws RemoteException {
        if (closed) throw new ConnectException("the connection to " + this + " is closed");
        try {
            return source.next(connectMillis);
        } catch (IOException e) {
            throw new ConnectIOException(source.explain(e, connectMillis), e);
        }
    }

    /**
     * Opens a connection on which the other side makes calls to what is exported on a port.
     *
     * @param secret that of the session to which it belongs
     */
    public void openReverse(ReversePort port, byte[] secret) throws RemoteException {
        Socket socket = next();
        greeting.add(socket);
        try {
            if (closed) throw new SocketException("Socket closed");
            agree(socket);
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.getOutputStream().write(Tunnels.preamble(secret));
            port.serve(socket);
        } catch (IOException e) {
            Sockets.closeQuietly(socket::close);
            throw new ConnectIOException(source.explain(e, connectMillis), e);
        } finally {
            greeting.remove(socket);
        }
    }

    /**
     * For how long the longest write of an open connection has made no progress, in nanoseconds; 0 if none is blocked.
     */
    public long blockedWriteNanos(long now) {
        long longest = 0;
        for (CallConnection connection : open) longest = Math.max(longest, connection.blockedWriteNanos(now));
        return longest;
    }

    /** Ends all connections, attempts to connect and calls under way; none can be made any more. */
    @Override
    public void close() {
        closed = true;
        idle.clear();
        source.close();
        for (Socket socket : greeting) Sockets.closeQuietly(socket::close);
        for (CallConnection connection : open) discard(connection);
    }

    @Override
    public String toString() {
        return source.toString();
    }
}

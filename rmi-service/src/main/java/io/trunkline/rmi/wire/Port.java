package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.server.RMIServerSocketFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening port for remote calls: bound to one address, with limits on what a peer may do, and closed by its owner.
 * (Remote method invocation by itself leaves a port open whose number it chose.) It also takes the connections that
 * clients open for calls to them, and counts them like the others until they end. Where no more connections are borne,
 * a newcomer takes the place of the oldest that nobody uses who has logged in, if there is one.
 *
 * <p>The address of the peer is hidden from the platform's registry, which then lets nobody bind names from outside, on
 * the same machine neither; our own code asks {@link Caller}.
 *
 * <p>Safe from any thread.
 */
public final class Port implements RMIServerSocketFactory, AutoCloseable {

    /** A connection that a peer opened. */
    public interface Connection {

        /** Whether it was ended from here. */
        boolean isOver();

        /** Who opened it is about to log in: it is no stranger's until {@link #release}. */
        void hold();

        /** Who opened it has logged in, or failed to. */
        void release();

        /** It belongs to somebody who has logged in, and is no stranger's any more. */
        void keep();

        /** Ends it. */
        void end();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Port.class);
    private static final long REBIND_NANOS = Duration.ofSeconds(2).toNanos();

    private final Address address;
    private final PortLimits limits;
    private final Optional<Tls> tls;
    private final Refusals refusals = new Refusals();
    private final Tunnels tunnels = new Tunnels();
    private final Owner owner = new Owner();
    private final AtomicLong turnedAway = new AtomicLong();
    private final Places places;
    private final CallRules rules;
    private volatile ServerSocket server;
    private volatile boolean closed;

    /**
     * A port that does not listen yet, and speaks no TLS.
     *
     * @param address where to listen; a port number is given with what is exported
     */
    public Port(Address address, PortLimits limits) {
        this(address, limits, Optional.empty());
    }

    /**
     * A port that does not listen yet.
     *
     * @param address where to listen; a port number is given with what is exported
     * @param tls speaks nothing but TLS, if there is one
     */
    public Port(Address address, PortLimits limits, Optional<Tls> tls) {
        this.address = address;
        this.limits = limits;
        this.tls = tls;
        places = new Places(limits, turnedAway);
        rules = new CallRules(limits.requestBytes());
    }

    /**
     * Starts listening. A port number that was just closed may need a moment; so this tries for two seconds.
     *
     * @throws BindException if something else is there
     * @throws SocketException if this was closed
     */
    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        ServerSocket socket = new Listening(address instanceof Address.Unix unix ? UnixServerSocket.listen(unix.path())
                : listen(InetAddress.getByName(((Address.Tcp) address).host()), port));
        server = socket;
        if (!closed) return socket;
        socket.close();
        throw closed();
    }

    private ServerSocket listen(InetAddress host, int port) throws IOException {
        long start = System.nanoTime();
        while (!closed) {
            try {
                return TcpServerSocket.listen(new InetSocketAddress(host, port));
            } catch (BindException e) {
                if (System.nanoTime() - start > REBIND_NANOS) throw e;
                pause(e);
            }
        }
        throw closed();
    }

    private static SocketException closed() {
        return new SocketException("the port was closed by its owner");
    }

    private static <E extends IOException> void pause(E cause) throws E {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    /**
     * Lets connections in that a client opens for calls to it, beginning with a secret, until the tunnel is closed;
     * empty if somebody else waits with the same secret.
     */
    public Optional<Tunnel> expect(byte[] secret) {
        return tunnels.expect(secret);
    }

    /** An exported object is called before logging in: calls of it are short. */
    public void openToStrangers(byte[] objectId) {
        rules.addForStrangers(objectId);
    }

    /** Where it listens, as a client writes it, with the number that the system chose if it was to choose. */
    public Address address() {
        return address instanceof Address.Tcp tcp ? new Address.Tcp(tcp.host(), number()) : address;
    }

    /** The number of the port; -1 before it listens. */
    public int number() {
        ServerSocket socket = server;
        return socket == null ? -1 : socket.getLocalPort();
    }

    /** How many connections are open. */
    public int connections() {
        return places.taken();
    }

    /**
     * How many connections were turned away: because of a limit, for calls to a client that nobody knows or of what
     * nobody may call, or because they did not come to speak TLS.
     */
    public long turnedAway() {
        return turnedAway.get();
    }

    /** Ends connections whose peer has not taken what was written for a time. Answers how many. */
    public int closeBlocked(long now, long nanos) {
        return places.endIf(socket -> socket.blockedWriteNanos(now) > nanos);
    }

    /** Ends connections that nobody uses who has logged in, for as long as the limit. Answers how many. */
    public int endStrangers(long now) {
        int count = places.endIf(socket -> socket.strangerNanos(now) > limits.strangers().toNanos());
        turnedAway.addAndGet(count);
        return count;
    }

    /** Stops listening and ends all connections. */
    @Override
    public void close() {
        closed = true;
        ServerSocket socket = server;
        if (socket != null) Sockets.closeQuietly(socket::close);
        disconnect();
    }

    /** Ends all connections and goes on listening. */
    public void disconnect() {
        places.endIf(any -> true);
    }

    private boolean admit(AcceptedSocket socket) {
        if (closed || !places.take(socket)) return false;
        if (!closed) return true; // asked again: close ends those that it finds
        places.giveBack(socket);
        return false;
    }

    private final class Owner implements AcceptedSocket.Owner {

        @Override
        public void closed(AcceptedSocket socket) {
            places.giveBack(socket);
        }

        @Override
        public long room(byte[] objectId) {
            long room = rules.room(objectId);
            if (room < 0) turnedAway.incrementAndGet();
            return room;
        }

        @Override
        public void refused(AcceptedSocket socket, TlsException reason) {
            turnedAway.incrementAndGet();
            refusals.line(reason, socket.origin(), System.nanoTime()).ifPresent(line -> LOG.warn("{}", line));
        }

        @Override
        public boolean handOver(byte[] secret, Socket socket) {
            boolean isExpected = tunnels.handOver(secret, socket);
            if (!isExpected) turnedAway.incrementAndGet();
            return isExpected;
        }
    }

    /** What remote method invocation accepts connections from. */
    private final class Listening extends ServerSocketView {

        private final ServerSocket server;

        Listening(ServerSocket server) throws IOException {
            super(server);
            this.server = server;
        }

        @Override
        public Socket accept() throws IOException {
            while (true) {
                AcceptedSocket socket = new AcceptedSocket(secured(acceptAny()), limits, owner);
                if (admit(socket)) return socket;
                turnedAway.incrementAndGet();
                socket.end();
            }
        }

        private Socket secured(Socket socket) throws IOException {
            return tls.isPresent() ? tls.get().serverSide((ChannelSocket) socket) : socket;
        }

        /**
         * Waits for the system to have what a connection takes, such as descriptors: of the platform's own remote calls
         * nobody could connect for ten seconds after it has. Meanwhile strangers give up what they take.
         */
        private Socket acceptAny() throws IOException {
            boolean isReported = false;
            while (true) {
                try {
                    return server.accept();
                } catch (IOException e) {
                    if (closed || server.isClosed()) throw e;
                    if (!isReported) LOG.warn("no connection can be accepted at {}", server, e);
                    isReported = true;
                    places.makeRoom();
                    pause(e);
                }
            }
        }
    }
}

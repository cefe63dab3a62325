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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A listening port for remote calls: bound to one address, with limits on what a peer may do, and closed by its owner.
 * (Remote method invocation by itself leaves a port open whose number it chose.)
 *
 * <p>The address of the peer is hidden from the platform's registry, which then lets nobody bind names from outside, on
 * the same machine neither; our own code asks {@link #peer()}.
 *
 * <p>Safe from any thread.
 */
public final class Port implements RMIServerSocketFactory, AutoCloseable {

    private static final long REBIND_NANOS = Duration.ofSeconds(2).toNanos();

    private final InetAddress address;
    private final PortLimits limits;
    private final Predicate<InetAddress> admits;
    private final Set<AcceptedSocket> open = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, Integer> perPeer = new ConcurrentHashMap<>();
    private final AtomicLong turnedAway = new AtomicLong();
    private volatile ServerSocket server;
    private volatile boolean closed;

    /**
     * A port that does not listen yet.
     *
     * @param address where to listen
     * @param admits which peers to talk to
     */
    public Port(InetAddress address, PortLimits limits, Predicate<InetAddress> admits) {
        this.address = address;
        this.limits = limits;
        this.admits = admits;
    }

    /** The address of the peer whose call the current thread carries out, or null on a thread that carries out none. */
    public static InetAddress peer() {
        return AcceptedSocket.CURRENT_PEER.get();
    }

    /**
     * Starts listening. A port that was just closed may need a moment; so this tries for two seconds.
     *
     * @throws BindException if something else listens there
     * @throws SocketException if this was closed
     */
    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        long start = System.nanoTime();
        while (!closed) {
            ServerSocket socket = new Listening();
            try {
                socket.bind(new InetSocketAddress(address, port), 512);
                server = socket;
                if (!closed) return socket;
                socket.close();
            } catch (BindException e) {
                socket.close();
                if (System.nanoTime() - start > REBIND_NANOS) throw e;
                pause(e);
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        }
        throw new SocketException("the port was closed by its owner");
    }

    private static void pause(BindException cause) throws BindException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    /** The number of the port; -1 before it listens. */
    public int number() {
        ServerSocket socket = server;
        return socket == null ? -1 : socket.getLocalPort();
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** How many connections were turned away because of a limit. */
    public long turnedAway() {
        return turnedAway.get();
    }

    /** Ends connections whose peer has not taken what was written for a time. Answers how many. */
    public int closeBlocked(long now, long nanos) {
        int count = 0;
        for (AcceptedSocket socket : open) {
            if (socket.blockedWriteNanos(now) > nanos) {
                socket.close();
                count++;
            }
        }
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
        for (AcceptedSocket accepted : open) accepted.close();
    }

    private boolean admit(AcceptedSocket socket) {
        InetAddress peer = socket.realPeer();
        if (closed || peer == null || !admits.test(peer) || open.size() >= limits.connections()) return false;
        int count = perPeer.merge(peer, 1, Integer::sum);
        open.add(socket);
        if (count <= limits.connectionsPerPeer() && !closed) return true; // asked again: close ends those that it finds
        release(socket);
        return false;
    }

    private void release(AcceptedSocket socket) {
        if (open.remove(socket)) perPeer.computeIfPresent(socket.realPeer(), (peer, count) -> count == 1 ? null
                : count - 1);
    }

    private final class Listening extends ServerSocket {

        Listening() throws IOException {
            setReuseAddress(true);
        }

        @Override
        public Socket accept() throws IOException {
            while (true) {
                AcceptedSocket socket = new AcceptedSocket(limits, Port.this::release);
                implAccept(socket);
                socket.accepted();
                if (admit(socket)) return socket;
                turnedAway.incrementAndGet();
                socket.close();
            }
        }
    }
}

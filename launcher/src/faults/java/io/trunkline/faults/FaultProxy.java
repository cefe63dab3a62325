package io.trunkline.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on the loopback address in front of a server's port, which makes a bad network of a good one. Everything
 * can be switched while it runs and holds for connections that are open as well as for new ones; what is random depends
 * on the seed alone. It keeps at most some 300 KiB for each connection and direction.
 *
 * <p>Safe from any thread. It has one thread that accepts and four for each connection, which end with {@link #close}.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int SOCKET_BUFFER = 64 << 10; // small, so that a slow link is felt soon
    private static final int CONNECT_MILLIS = 2_000;
    private static final int BACKLOG = 256;

    private final InetSocketAddress target;
    private final Random seeds;
    private final Map<Direction, Lane> lanes = new EnumMap<>(Direction.class);
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final int port;
    private final Thread acceptor;
    private ServerSocket listening; // this and the next two are guarded by this object's monitor
    private Door door = Door.OPEN;
    private boolean closed;

    private FaultProxy(InetSocketAddress target, long seed) throws IOException {
        this.target = target;
        this.seeds = new Random(seed);
        for (Direction direction : Direction.values()) lanes.put(direction, new Lane());
        this.listening = listen(0);
        this.port = listening.getLocalPort();
        this.acceptor = new Thread(this::acceptAll, "fault-proxy-" + port);
        acceptor.setDaemon(true);
    }

    /** Starts a proxy in front of a port of this machine. */
    public static FaultProxy start(int targetPort, long seed) throws IOException {
        FaultProxy proxy = new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), seed);
        proxy.acceptor.start();
        return proxy;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.setReceiveBufferSize(SOCKET_BUFFER);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** The address that clients connect to. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Impairs a direction from now on, in place of how it was impaired before. */
    public void impair(Direction direction, Impairment impairment) {
        boolean wasDiscarding = lanes.get(direction).impairment().flow() == Impairment.Flow.DISCARD;
        lanes.get(direction).impair(impairment);
        if (wasDiscarding && impairment.flow() == Impairment.Flow.PASS) {
            connections.stream().filter(ProxiedConnection::isTainted).forEach(each -> each.end(Ending.RESET));
        }
    }

    /** Impairs both directions. */
    public void impair(Impairment impairment) {
        for (Direction direction : Direction.values()) impair(direction, impairment);
    }

    /** Ends every connection as soon as exactly so many more bytes of a direction, of all connections, have passed. */
    public void cutAfter(Direction direction, long bytes, Ending ending) {
        lanes.get(direction).cutAfter(bytes, () -> endAll(ending));
    }

    /** Takes a cut back. Answers whether it was still to come. */
    public boolean disarm(Direction direction) {
        return lanes.get(direction).disarm();
    }

    /** Ends every connection now. */
    public void endAll(Ending ending) {
        connections.forEach(each -> each.end(ending));
    }

    /** Says what becomes of new connections. */
    public void door(Door next) {
        synchronized (this) {
            door = next;
            if (next == Door.CLOSED) close(listening);
            notifyAll();
        }
    }

    /** Lets everything pass again, and everybody in. */
    public void heal() {
        for (Direction direction : Direction.values()) disarm(direction);
        impair(Impairment.NONE);
        door(Door.OPEN);
    }

    /** How many bytes of a direction have passed. */
    public long passed(Direction direction) {
        return lanes.get(direction).passed();
    }

    /** How many connections were accepted, those that were reset at once included. */
    public long accepted() {
        return accepted.get();
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    private void acceptAll() {
        while (true) {
            try {
                ServerSocket socket = awaitDoor();
                if (socket == null) return;
                Socket client = socket.accept();
                accepted.incrementAndGet();
                serve(client);
            } catch (IOException e) {
                // the door was closed, or the port is not free again yet: the next round waits for it
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The socket to accept from, after waiting until something is to be accepted; null once this is closed. */
    private synchronized ServerSocket awaitDoor() throws IOException, InterruptedException {
        while (!closed && (door == Door.CLOSED || door == Door.SILENT)) wait();
        if (closed) return null;
        if (listening.isClosed()) {
            try {
                listening = listen(port);
            } catch (IOException e) {
                wait(20);
                throw e;
            }
        }
        return listening;
    }

    private void serve(Socket client) {
        Door now = awaitOpen();
        if (now != Door.OPEN) {
            ProxiedConnection.end(client, Ending.RESET);
            return;
        }
        Socket server = new Socket();
        try {
            client.setTcpNoDelay(true);
            client.setSendBufferSize(SOCKET_BUFFER);
            server.setTcpNoDelay(true);
            server.setReceiveBufferSize(SOCKET_BUFFER);
            server.setSendBufferSize(SOCKET_BUFFER);
            server.connect(target, CONNECT_MILLIS);
        } catch (IOException e) {
            ProxiedConnection.end(client, Ending.RESET);
            ProxiedConnection.end(server, Ending.RESET);
            return;
        }
        long seed = seeds.nextLong();
        ProxiedConnection connection = new ProxiedConnection(client, server, lanes, seed, connections::remove);
        connections.add(connection);
        connection.start("fault-proxy-" + port + "-" + accepted.get());
        if (isClosed()) connection.end(Ending.RESET);
    }

    /** What becomes of a connection that was accepted; not before the silence is over. */
    private synchronized Door awaitOpen() {
        try {
            while (!closed && door == Door.SILENT) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Door.RESETTING;
        }
        return closed ? Door.RESETTING : door;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing of it is left either way
        }
    }

    /** Ends all connections and stops listening. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            close(listening);
            notifyAll();
        }
        endAll(Ending.RESET);
        lanes.values().forEach(Lane::close);
        try {
            if (Thread.currentThread() != acceptor) acceptor.join(CONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endAll(Ending.RESET);
    }
}

package io.trunkline.rmi.wire;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.server.RMIServerSocketFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A port for remote calls that listens on nothing: what it accepts are connections which this side opened. The platform
 * remembers every port for ever, so one is made to be used again and again.
 *
 * <p>Safe from any thread.
 */
public final class ReversePort implements RMIServerSocketFactory, AutoCloseable {

    private static final ThreadLocal<Opened> CURRENT = new ThreadLocal<>(); // whose calls the thread carries out

    private final int readCapMillis;
    private final Set<Opened> open = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Optional<Socket>> arriving = new LinkedBlockingQueue<>(); // empty: the end
    private final Accepting accepting;
    private volatile boolean closed;

    /**
     * A port without connections.
     *
     * @param readCap how long a read may wait for the next byte
     */
    public ReversePort(Duration readCap) {
        this.readCapMillis = (int) readCap.toMillis();
        try {
            accepting = new Accepting();
        } catch (IOException e) {
            throw new IllegalStateException("a server socket that is not bound takes nothing", e);
        }
    }

    /** What the platform takes connections from, whatever number it asks for. */
    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        if (closed) throw new SocketException("the port was closed by its owner");
        return accepting;
    }

    /**
     * Tells the other side of the connection whose call this thread carries out to go on with what does not belong to
     * the objects of the call, and answers where that comes in.
     */
    static DataInput beginContent() throws IOException {
        Opened connection = CURRENT.get();
        if (connection == null) throw new InvalidObjectException("the connection is not one for streams");
        connection.getOutputStream().write(Jrmp.READY);
        return new DataInputStream(connection.getInputStream());
    }

    /** Carries out the calls that the other side makes on a connection; closes it if this was closed. */
    void serve(Socket socket) throws IOException {
        Opened opened = new Opened(socket);
        open.add(opened);
        arriving.add(Optional.of(opened));
        if (closed) disconnect();
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** Ends all connections; new ones may be opened. */
    public void disconnect() {
        for (Opened each : open) each.close();
    }

    /** Ends all connections; there are no more. */
    @Override
    public void close() {
        closed = true;
        disconnect();
        arriving.add(Optional.empty());
    }

    /** A connection that this side opened. */
    private final class Opened extends SocketView {

        Opened(Socket socket) throws SocketException {
            super(socket);
            super.setSoTimeout(readCapMillis);
        }

        /** The first that the platform does on the thread that it gives to a connection; a test keeps watch. */
        @Override
        public void setTcpNoDelay(boolean on) throws SocketException {
            CURRENT.set(this);
            super.setTcpNoDelay(on);
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(millis == 0 ? readCapMillis : Math.min(millis, readCapMillis));
        }

        @Override
        public void close() {
            open.remove(this);
            Sockets.closeQuietly(super::close);
        }
    }

    private final class Accepting extends ServerSocket {

        Accepting() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            try {
                return arriving.take().orElseThrow(() -> new SocketException("Socket closed"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SocketException("interrupted");
            }
        }

        /** A number that means nothing; there is none below which remote calls could be exported. */
        @Override
        public int getLocalPort() {
            return 1;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        /** Ends with its owner. */
        @Override
        public void close() {}
    }
}

package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Connections that a client opened for calls to it, in place of a port of its own. They come from {@link Tunnels}; a
 * {@link RemoteCaller} takes them. The first is waited for; others are there or are not.
 *
 * <p>Safe from any thread.
 */
public final class Tunnel implements SocketSource {

    private static final int MAX_WAITING = 2;

    private final Consumer<Tunnel> onClose;
    private final Deque<Socket> waiting = new ArrayDeque<>(); // guarded by this object's monitor, like the next two
    private boolean used;
    private boolean closed;

    Tunnel(Consumer<Tunnel> onClose) {
        this.onClose = onClose;
    }

    /** Adds a connection; answers whether it is wanted. */
    synchronized boolean offer(Socket socket) {
        if (closed || waiting.size() >= MAX_WAITING) return false;
        waiting.add(socket);
        notifyAll();
        return true;
    }

    @Override
    public synchronized Socket next(int millis) throws IOException {
        long start = System.nanoTime();
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (long left = nanos; !closed && !used && waiting.isEmpty() && left > 0;
                    left = nanos - (System.nanoTime() - start)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted");
        }
        if (closed) throw new SocketException("Socket closed");
        if (waiting.isEmpty()) throw new ConnectException("the client opened no connection for calls to it");
        used = true;
        return waiting.remove();
    }

    @Override
    public String explain(IOException e, int millis) {
        return e instanceof ConnectException ? e.getMessage()
                : "the client does not take calls (" + Sockets.describe(e) + ")";
    }

    /** Ends what nobody took; no more connections are wanted. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            for (Socket socket : waiting) Sockets.closeQuietly(socket::close);
            waiting.clear();
        }
        onClose.accept(this);
    }

    @Override
    public String toString() {
        return "the client";
    }
}

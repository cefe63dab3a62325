package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Waits until a non-blocking channel can be read, or written. Takes nothing of the system's until the first wait.
 *
 * <p>One thread waits at a time; {@link #close} is safe from any, and ends the wait.
 */
final class Readiness implements AutoCloseable {

    private final SocketChannel channel;
    private final int operation;
    private Selector selector; // guarded by this object's monitor, like the next
    private boolean closed;

    Readiness(SocketChannel channel, int operation) {
        this.channel = channel;
        this.operation = operation;
    }

    /**
     * Waits; an interrupt of the thread does not end the wait.
     *
     * @param millis for how long; 0 for ever
     * @throws SocketTimeoutException if the time is over
     * @throws SocketException if this was closed
     */
    void await(long millis) throws IOException {
        boolean interrupted = false;
        try {
            Selector ready = selector();
            long start = System.nanoTime();
            long left = millis;
            while (ready.select(left) == 0) {
                if (!ready.isOpen()) throw closed();
                interrupted |= Thread.interrupted();
                if (millis == 0) continue;
                left = millis - (System.nanoTime() - start) / 1_000_000;
                if (left <= 0) throw new SocketTimeoutException("Read timed out");
            }
            ready.selectedKeys().clear();
        } catch (ClosedSelectorException | ClosedChannelException e) {
            throw closed();
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private synchronized Selector selector() throws IOException {
        if (closed) throw closed();
        if (selector == null) {
            Selector opened = Selector.open();
            try {
                channel.register(opened, operation);
                selector = opened;
            } finally {
                if (selector == null) opened.close();
            }
        }
        return selector;
    }

    private static SocketException closed() {
        return new SocketException("Socket closed");
    }

    @Override
    public void close() {
        Selector waiting;
        synchronized (this) {
            closed = true;
            waiting = selector;
        }
        if (waiting != null) Sockets.closeQuietly(waiting::close);
    }
}

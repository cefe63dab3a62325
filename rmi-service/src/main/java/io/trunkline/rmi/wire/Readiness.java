package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Waits until a non-blocking channel can be read, or written. Takes nothing of the system's until the first wait.
 *
 * <p>One thread waits at a time; {@link #close} is safe from any, and ends the wait. It does not wait for that thread,
 * which gives back what was taken when it comes to run: on a busy machine that may be late, and who ends a thousand
 * connections, or accepts others meanwhile, has no time for it.
 */
final class Readiness implements AutoCloseable {

    private final SocketChannel channel;
    private final int operation;
    private Selector selector; // guarded by this object's monitor, like the next two
    private boolean isWaiting;
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
        Selector ready = begin();
        try {
            long start = System.nanoTime();
            long left = millis;
            while (ready.select(left) == 0) {
                if (isClosed()) throw closed();
                interrupted |= Thread.interrupted();
                if (millis == 0) continue;
                left = millis - (System.nanoTime() - start) / 1_000_000;
                if (left <= 0) throw new SocketTimeoutException("Read timed out");
            }
            ready.selectedKeys().clear();
        } finally {
            end();
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private synchronized Selector begin() throws IOException {
        if (closed) throw closed();
        if (selector == null) {
            Selector opened = Selector.open();
            try {
                channel.register(opened, operation);
                selector = opened;
            } catch (ClosedChannelException e) {
                throw closed();
            } finally {
                if (selector == null) opened.close();
            }
        }
        isWaiting = true;
        return selector;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void end() {
        isWaiting = false;
        if (closed) Sockets.closeQuietly(selector::close);
    }

    private static SocketException closed() {
        return new SocketException("Socket closed");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (selector == null) return;
        if (isWaiting) selector.wakeup();
        else Sockets.closeQuietly(selector::close);
    }
}

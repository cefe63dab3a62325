package io.trunkline.rmi.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * Reads a channel: takes what is there and waits only when nothing is, or nothing is likely to be. Reads ahead into a
 * buffer outside of the heap, which grows while it is filled, up to a limit.
 *
 * <p>For one thread at a time, which its monitor makes sure of; {@link #setTimeout} and {@link #end} are safe from any.
 */
final class ChannelInput extends InputStream implements Quiet {

    private static final int FIRST_CAPACITY = 1 << 13;
    private static final int LITTLE = 1 << 10; // after a read of fewer bytes, most likely nothing is there yet

    private final SocketChannel channel;
    private final Closeable onClose;
    private final int lastCapacity;
    private final Readiness readiness;
    private ByteBuffer ahead = ByteBuffer.allocateDirect(FIRST_CAPACITY).limit(0); // guarded by the monitor
    private boolean waitsFirst; // guarded by the monitor
    private volatile int timeoutMillis;

    /** Reads ahead so much at most, or a little if that is more. */
    ChannelInput(SocketChannel channel, Closeable onClose, int readAhead) {
        this.channel = channel;
        this.onClose = onClose;
        this.lastCapacity = Math.max(FIRST_CAPACITY, readAhead);
        this.readiness = new Readiness(channel, SelectionKey.OP_READ);
    }

    /** How long a read may wait; 0 for ever. Holds from the next read on. */
    void setTimeout(int millis) {
        timeoutMillis = millis;
    }

    int timeout() {
        return timeoutMillis;
    }

    @Override
    public synchronized int read() throws IOException {
        return ahead.hasRemaining() || fill() ? ahead.get() & 0xFF : -1;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (!ahead.hasRemaining() && !fill()) return -1;
        int count = Math.min(length, ahead.remaining());
        ahead.get(target, offset, count);
        return count;
    }

    /** Reads what is there, or waits for it; answers false at the end of the stream. */
    private boolean fill() throws IOException {
        if (ahead.limit() == ahead.capacity() && ahead.capacity() < lastCapacity) {
            ahead = ByteBuffer.allocateDirect(Math.min(ahead.capacity() * 4, lastCapacity));
        }
        ahead.clear();
        int count = 0;
        try {
            if (waitsFirst) readiness.await(timeoutMillis);
            while ((count = channel.read(ahead)) == 0) readiness.await(timeoutMillis);
            waitsFirst = count < LITTLE;
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        } finally {
            ahead.flip();
        }
        return count > 0;
    }

    @Override
    public synchronized boolean isQuiet() {
        if (ahead.hasRemaining()) return false;
        ahead.clear();
        try {
            return channel.read(ahead) == 0;
        } catch (IOException e) {
            return false;
        } finally {
            ahead.flip();
        }
    }

    @Override
    public synchronized int available() {
        return ahead.remaining();
    }

    /** Closes the connection. */
    @Override
    public void close() throws IOException {
        onClose.close();
    }

    /** Ends a read that waits, after the channel was closed. */
    void end() {
        readiness.close();
    }
}

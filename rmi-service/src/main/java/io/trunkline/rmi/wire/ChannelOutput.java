package io.trunkline.rmi.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * Writes a channel: as much as there is room for at once, and waits only when there is none. Goes through a
 * buffer outside of the heap, which grows with what is written.
 *
 * <p>For one thread at a time, which its monitor makes sure of; {@link #end} is safe from any.
 */
final class ChannelOutput extends DirectOutput {

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int LAST_CAPACITY = 1 << 18;

    private final SocketChannel channel;
    private final Closeable onClose;
    private final Readiness readiness;
    private Runnable onProgress = () -> { }; // guarded by the monitor, like the next
    private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST_CAPACITY);

    ChannelOutput(SocketChannel channel, Closeable onClose) {
        this.channel = channel;
        this.onClose = onClose;
        this.readiness = new Readiness(channel, SelectionKey.OP_WRITE);
    }

    @Override
    synchronized void onProgress(Runnable work) {
        onProgress = work;
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) throws IOException {
        makeRoom(length);
        int at = offset;
        int left = length;
        try {
            while (left > 0) {
                int part = Math.min(left, buffer.capacity());
                buffer.clear().put(source, at, part).flip();
                for (int count = channel.write(buffer); buffer.hasRemaining(); count = channel.write(buffer)) {
                    waitAfter(count);
                }
                at += part;
                left -= part;
                if (left > 0) onProgress.run();
            }
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        }
    }

    @Override
    synchronized void writeRun(byte[] before, byte[] head, int length, ByteBuffer run) throws IOException {
        makeRoom(before.length + length);
        buffer.clear().put(before).put(head, 0, length).flip();
        ByteBuffer[] both = {buffer, run};
        try {
            for (long count = channel.write(both); run.hasRemaining(); count = channel.write(both)) waitAfter(count);
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        }
    }

    private void waitAfter(long taken) throws IOException {
        if (taken > 0) onProgress.run();
        readiness.await(0);
    }

    private void makeRoom(int length) {
        if (length <= buffer.capacity() || buffer.capacity() == LAST_CAPACITY) return;
        buffer = ByteBuffer.allocateDirect(Math.min(LAST_CAPACITY, Integer.highestOneBit(length) << 1));
    }

    @Override
    boolean hasRest() {
        return false;
    }

    @Override
    synchronized int writeNow(byte[] source, int offset, int length) throws IOException {
        makeRoom(length);
        buffer.clear().put(source, offset, Math.min(length, buffer.capacity())).flip();
        try {
            return channel.write(buffer);
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        }
    }

    /** Closes the connection. */
    @Override
    public void close() throws IOException {
        onClose.close();
    }

    /** Ends a write that waits, after the channel was closed. */
    void end() {
        readiness.close();
    }
}

package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * A connection over a Unix-domain socket in the form of a socket: with a read time-out, and ended by {@link #close}
 * from any thread, whatever it waits for. Reading and writing do not hold up each other.
 *
 * <p>There is no host and no port; options of TCP are ignored.
 */
final class UnixSocket extends Socket {

    private static final int KERNEL_BUFFER = 1 << 20; // the system may give less

    private final SocketChannel channel;
    private final UnixInput input;
    private final UnixOutput output;
    private volatile boolean closed;

    /**
     * A connection over a channel, which belongs to it from then on.
     *
     * @throws IOException if the channel cannot be used; it is closed then
     */
    UnixSocket(SocketChannel channel) throws IOException {
        super((SocketImpl) null);
        this.channel = channel;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        input = new UnixInput(channel, this::close);
        output = new UnixOutput(channel, this::close);
    }

    SocketChannel channel() {
        return channel;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (closed) throw new SocketException("Socket closed");
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        if (closed) throw new SocketException("Socket closed");
        return output;
    }

    @Override
    public void setSoTimeout(int millis) {
        input.setTimeout(millis);
    }

    @Override
    public int getSoTimeout() {
        return input.timeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // nothing is held back here
    }

    @Override
    public void setKeepAlive(boolean on) {
        // the system knows at once when the other process ends
    }

    /** None. */
    @Override
    public InetAddress getInetAddress() {
        return null;
    }

    /** None. */
    @Override
    public InetAddress getLocalAddress() {
        return null;
    }

    @Override
    public int getPort() {
        return 0;
    }

    @Override
    public int getLocalPort() {
        return 0;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return null;
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        Sockets.closeQuietly(channel::close);
        input.end();
        output.end();
    }

    @Override
    public String toString() {
        return "a connection over a Unix-domain socket";
    }
}

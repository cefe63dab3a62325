package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/**
 * A connection over a channel in the form of a socket: with a read time-out, and ended by {@link #close} from any
 * thread, whatever it waits for. Reading and writing do not hold up each other, and what can be written without
 * waiting can be {@linkplain ChannelOutput#writeNow written so}.
 *
 * <p>Over a Unix-domain socket there is no host and no port; options of TCP are ignored there.
 */
final class ChannelSocket extends Socket {

    private static final int READ_AHEAD = 1 << 18;
    private static final int KERNEL_BUFFER = 1 << 20; // of a Unix-domain socket; the system may give less

    private final SocketChannel channel;
    private final boolean unix;
    private final ChannelInput input;
    private final ChannelOutput output;
    private volatile boolean closed;

    /**
     * A connection over a connected channel, which belongs to it from then on.
     *
     * @throws IOException if the channel cannot be used; it is closed then
     */
    ChannelSocket(SocketChannel channel) throws IOException {
        this(channel, READ_AHEAD);
    }

    private ChannelSocket(SocketChannel channel, int readAhead) throws IOException {
        super((SocketImpl) null);
        this.channel = channel;
        try {
            channel.configureBlocking(false);
            unix = channel.getRemoteAddress() instanceof UnixDomainSocketAddress;
            if (unix) {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER);
                channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        input = new ChannelInput(channel, this::close, readAhead);
        output = new ChannelOutput(channel, this::close);
    }

    /** The same for a channel that anybody opened: thousands of them must not take much memory. */
    static ChannelSocket ofAnybody(SocketChannel channel) throws IOException {
        return new ChannelSocket(channel, 0);
    }

    SocketChannel channel() {
        return channel;
    }

    boolean isUnix() {
        return unix;
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
    public void setTcpNoDelay(boolean on) throws SocketException {
        set(StandardSocketOptions.TCP_NODELAY, on);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        set(StandardSocketOptions.SO_KEEPALIVE, on);
    }

    private void set(SocketOption<Boolean> option, boolean on) throws SocketException {
        if (unix) return; // holds nothing back, and knows at once when the other process ends
        try {
            channel.setOption(option, on);
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    /** The other side's address; null over a Unix-domain socket. */
    @Override
    public InetAddress getInetAddress() {
        return unix ? null : channel.socket().getInetAddress();
    }

    /** This side's address; null over a Unix-domain socket. */
    @Override
    public InetAddress getLocalAddress() {
        return unix ? null : channel.socket().getLocalAddress();
    }

    @Override
    public int getPort() {
        return unix ? 0 : channel.socket().getPort();
    }

    @Override
    public int getLocalPort() {
        return unix ? 0 : channel.socket().getLocalPort();
    }

    /** The other side's address; null over a Unix-domain socket. */
    @Override
    public SocketAddress getRemoteSocketAddress() {
        return unix ? null : channel.socket().getRemoteSocketAddress();
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
        return "a connection over " + (unix ? "a Unix-domain socket" : "TCP");
    }
}

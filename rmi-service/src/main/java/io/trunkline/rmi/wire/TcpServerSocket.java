package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;

/** Listens on a host and port; its connections are those of channels. */
final class TcpServerSocket extends ServerSocket {

    private static final int BACKLOG = 512;

    private final ServerSocketChannel channel;

    private TcpServerSocket(ServerSocketChannel channel) throws IOException {
        this.channel = channel;
    }

    /**
     * Begins to listen.
     *
     * @throws java.net.BindException if something else is there
     */
    static TcpServerSocket listen(SocketAddress address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            return new TcpServerSocket(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Socket accept() throws IOException {
        try {
            return ChannelSocket.ofAnybody(channel.accept());
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        }
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return channel.toString();
    }
}

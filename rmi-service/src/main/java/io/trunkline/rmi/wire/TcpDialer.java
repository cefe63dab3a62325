package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Connects to a host and port. */
final class TcpDialer implements SocketSource {

    private final Address.Tcp address;
    private final Set<SocketChannel> connecting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    TcpDialer(Address.Tcp address) {
        this.address = address;
    }

    @Override
    public Socket next(int millis) throws IOException {
        InetSocketAddress end = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        SocketChannel channel = SocketChannel.open();
        connecting.add(channel);
        try {
            if (closed) throw new SocketException("Socket closed");
            channel.socket().connect(end, millis);
            return new ChannelSocket(channel);
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        } catch (IOException | RuntimeException e) {
            Sockets.closeQuietly(channel::close);
            throw e;
        } finally {
            connecting.remove(channel);
        }
    }

    @Override
    public String explain(IOException e, int millis) {
        if (e instanceof UnknownHostException) return "unknown host: " + address.host();
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) return "no server at " + address;
        if (e instanceof SocketTimeoutException) return "no answer from " + address + " within " + millis + " ms";
        return "what listens at " + address + " is no Trunkline service (" + Sockets.describe(e) + ")";
    }

    @Override
    public void close() {
        closed = true;
        for (SocketChannel channel : connecting) Sockets.closeQuietly(channel::close);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}

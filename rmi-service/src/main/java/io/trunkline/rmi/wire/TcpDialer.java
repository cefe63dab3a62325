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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/** Connects to a host and port. */
final class TcpDialer implements SocketSource {

    private final Address.Tcp address;
    private final Optional<Tls> tls;
    private final Set<SocketChannel> connecting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    TcpDialer(Address.Tcp address, Optional<Tls> tls) {
        this.address = address;
        this.tls = tls;
    }

    @Override
    public Socket next(int millis) throws IOException {
        InetSocketAddress end = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        SocketChannel channel = SocketChannel.open();
        connecting.add(channel);
        try {
            if (closed) throw new SocketException("Socket closed");
            channel.socket().connect(end, millis);
            ChannelSocket socket = new ChannelSocket(channel);
            return tls.isPresent() ? tls.get().clientSide(socket, address.host(), address.port()) : socket;
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
        if (e instanceof TlsException refused) return "no connection to " + address + ": it " + explain(refused);
        if (e instanceof SSLException) {
            return "the server at " + address + " ended the connection (" + Sockets.describe(e) + "); if that is about"
                    + " a certificate, it does not accept this side's, and its log says why";
        }
        return "what listens at " + address + " is no Trunkline service (" + Sockets.describe(e) + ")";
    }

    private static String explain(TlsException refused) {
        boolean isSilent = refused.fault() == TlsFault.ENDED || refused.fault() == TlsFault.PLAIN;
        return refused.getMessage() + (isSilent && refused.getCause() != null
                ? "; if the server speaks no TLS set tls=off here, or give it keys (trunkline keys init)" : "");
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

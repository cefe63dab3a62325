package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Connects to a Unix-domain socket. The attempt itself never blocks; if the server is too busy, it is repeated. */
final class UnixDialer implements SocketSource {

    private static final long BUSY_MILLIS = 5;

    private final Address.Unix address;
    private volatile boolean closed;

    UnixDialer(Address.Unix address) {
        this.address = address;
    }

    @Override
    public ChannelSocket next(int millis) throws IOException {
        UnixPaths.checkLength(address.path());
        long start = System.nanoTime();
        while (!closed) {
            SocketChannel channel = connect();
            if (channel != null) return new ChannelSocket(channel);
            if (System.nanoTime() - start > millis * 1_000_000L) throw new SocketTimeoutException("busy");
            pause();
        }
        throw new SocketException("Socket closed");
    }

    /** A connected channel, or null if the server's queue is full. */
    private SocketChannel connect() throws IOException {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (UnsupportedOperationException e) {
            throw UnixPaths.unsupported(e);
        }
        boolean connected = false;
        try {
            channel.configureBlocking(false);
            connected = channel.connect(UnixDomainSocketAddress.of(address.path()));
            return connected ? channel : null;
        } catch (SocketException e) {
            if (isBusy(e)) return null;
            throw noServer(e);
        } finally {
            if (!connected) Sockets.closeQuietly(channel::close);
        }
    }

    /** A full queue has no exception type of its own; what else goes wrong is told apart from it. */
    private boolean isBusy(SocketException e) throws IOException {
        return !(e instanceof ConnectException) && !(e instanceof BindException) && UnixPaths.isThere(address.path())
                && UnixPaths.isSocket(address.path().toRealPath());
    }

    private ConnectException noServer(SocketException cause) throws IOException {
        ConnectException exception = new ConnectException(reason(address.path(), cause));
        exception.initCause(cause);
        return exception;
    }

    private static String reason(Path path, SocketException e) throws IOException {
        if (e instanceof BindException) { // what the platform makes of a lack of permission
            return "this user may not connect there; run as the user that started it";
        }
        if (!UnixPaths.isThere(path)) return "there is no such file; start the server, or check the path";
        if (!(e instanceof ConnectException)) return e.getMessage();
        return UnixPaths.isSocket(path.toRealPath()) ? "nobody listens there any more; start the server again"
                : "the file is no socket; check the path";
    }

    private static void pause() throws SocketException {
        try {
            TimeUnit.MILLISECONDS.sleep(BUSY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted");
        }
    }

    @Override
    public String explain(IOException e, int millis) {
        if (e instanceof ConnectException) return "no server at " + address + ": " + e.getMessage();
        if (e instanceof SocketTimeoutException) return "no answer from " + address + " within " + millis + " ms";
        return "no connection to " + address + " (" + Sockets.describe(e) + ")";
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}

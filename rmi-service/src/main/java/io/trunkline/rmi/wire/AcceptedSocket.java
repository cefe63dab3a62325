package io.trunkline.rmi.wire;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;

/**
 * A connection that a peer opened for remote calls. Bounds how long its first bytes and every read may take and how
 * much may come in without an answer.
 *
 * <p>Remote method invocation gives each connection a thread and, before anything else, sets its TCP options there:
 * that is where the thread learns whose calls it carries out. A test keeps watch over that order.
 */
final class AcceptedSocket extends Socket {

    /** The peer of the connection that the current thread serves. */
    static final ThreadLocal<InetAddress> CURRENT_PEER = new ThreadLocal<>();

    private static final int HEADER_LENGTH = 7; // magic, version, protocol
    private static final InetAddress HIDDEN = unspecified();

    private final PortLimits limits;
    private final Consumer<AcceptedSocket> onClose;
    private final WriteProgress writing = new WriteProgress();
    private InetAddress peer;
    private long headerDeadline;
    private int headerBytes; // by the connection's thread only, like the next
    private long unanswered;
    private InputStream input;
    private OutputStream output;

    AcceptedSocket(PortLimits limits, Consumer<AcceptedSocket> onClose) {
        this.limits = limits;
        this.onClose = onClose;
    }

    private static InetAddress unspecified() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void accepted() throws SocketException {
        peer = super.getInetAddress();
        headerDeadline = System.nanoTime() + limits.header().toNanos();
        setSoTimeout(0);
    }

    InetAddress realPeer() {
        return peer;
    }

    long blockedWriteNanos(long now) {
        return writing.blockedNanos(now);
    }

    @Override
    public InetAddress getInetAddress() {
        return peer == null ? super.getInetAddress() : HIDDEN;
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        CURRENT_PEER.set(peer);
        super.setTcpNoDelay(on);
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        int cap = (int) limits.idle().toMillis();
        super.setSoTimeout(millis == 0 ? cap : Math.min(millis, cap));
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) input = new Bounded(super.getInputStream());
        return input;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new FilterOutputStream(writing.watch(super.getOutputStream())) {
                @Override
                public void write(byte[] source, int offset, int length) throws IOException {
                    unanswered = 0;
                    out.write(source, offset, length);
                }
            };
        }
        return output;
    }

    @Override
    public void close() {
        onClose.accept(this);
        Sockets.closeQuietly(super::close);
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            boolean inHeader = headerBytes < HEADER_LENGTH;
            if (inHeader) boundHeader();
            int count = in.read(target, offset, length);
            if (count <= 0) return count;
            if (inHeader) {
                headerBytes += count;
                if (headerBytes >= HEADER_LENGTH) setSoTimeout(0);
            }
            unanswered += count;
            if (unanswered > limits.requestBytes()) {
                close();
                throw new WireException("a peer sent more than " + limits.requestBytes() + " bytes in one request");
            }
            return count;
        }

        private void boundHeader() throws IOException {
            long left = (headerDeadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                AcceptedSocket.this.close();
                throw new SocketTimeoutException("a peer sent no header within " + limits.header().toSeconds() + " s");
            }
            setSoTimeout((int) left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

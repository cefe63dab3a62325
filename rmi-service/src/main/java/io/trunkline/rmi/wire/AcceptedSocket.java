package io.trunkline.rmi.wire;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;

/**
 * A connection that a peer opened, as the platform's remote calls see it. Bounds how long its first bytes and every
 * read may take and how much may come in without an answer. If the first bytes say that it is for calls the other way,
 * it is handed over: what is left here is at its end, and closing it does nothing.
 *
 * <p>Remote method invocation gives each connection a thread and, before anything else, sets its TCP options there:
 * that is where the thread learns whose calls it carries out. A test keeps watch over that order.
 */
final class AcceptedSocket extends SocketView implements Port.Connection {

    /** The peer of the connection that the current thread serves. */
    static final ThreadLocal<String> CURRENT_PEER = new ThreadLocal<>();

    /** The connection that the current thread serves. */
    static final ThreadLocal<AcceptedSocket> CURRENT = new ThreadLocal<>();

    /** What the current thread is to do once it has answered; null if nothing. */
    static final ThreadLocal<Runnable> AFTER_ANSWER = new ThreadLocal<>();

    /** Where connections end and go to. */
    interface Owner extends CallHeads.Rules {

        /** The connection is over. */
        void closed(AcceptedSocket socket);

        /** The other side did not come to speak TLS; the connection is about to be ended. */
        void refused(AcceptedSocket socket, TlsException reason);

        /** Hands a connection to who waits for it; answers whether anybody does. */
        boolean handOver(byte[] secret, Socket socket);
    }

    private static final int HEADER_LENGTH = 7; // magic, version, protocol
    private static final InetAddress HIDDEN = unspecified();

    private final Socket socket;
    private final TlsSocket tls; // the same, if it is to speak TLS; else null
    private final PortLimits limits;
    private final Owner owner;
    private final String origin;
    private final long headerDeadline;
    private final WriteProgress writing = new WriteProgress();
    private volatile boolean handedOver;
    private volatile boolean isKnown;
    private volatile boolean isHeld;
    private volatile long strangerSince = System.nanoTime();
    private volatile String principal; // null if the other side did not prove who it is
    private volatile String fingerprint = ""; // of its certificate
    private int headerBytes; // by the connection's thread only, like the next
    private long unanswered;
    private CallHeads input; // guarded by this object's monitor, like the next
    private OutputStream output;

    AcceptedSocket(Socket socket, PortLimits limits, Owner owner) throws SocketException {
        super(socket);
        this.socket = socket;
        this.tls = socket instanceof TlsSocket secured ? secured : null;
        this.limits = limits;
        this.owner = owner;
        this.origin = Peers.originOf(socket);
        this.headerDeadline = System.nanoTime() + limits.header().toNanos();
        setSoTimeout(0);
    }

    private static InetAddress unspecified() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the connections of one peer have in common; null if the connection is gone already. */
    String origin() {
        return origin;
    }

    /** The name in the other side's certificate; null if it showed none, or not yet. */
    String principal() {
        return principal;
    }

    /** The SHA-256 of the other side's certificate; empty if it showed none, or not yet. */
    String fingerprint() {
        return fingerprint;
    }

    @Override
    public void hold() {
        isHeld = true;
    }

    @Override
    public void release() {
        strangerSince = System.nanoTime();
        isHeld = false;
    }

    @Override
    public void keep() {
        isKnown = true;
    }

    /** For how long nobody has used it who has logged in, in nanoseconds. */
    long strangerNanos(long now) {
        return isKnown || isHeld ? 0 : Math.max(0, now - strangerSince);
    }

    long blockedWriteNanos(long now) {
        return writing.blockedNanos(now);
    }

    @Override
    public InetAddress getInetAddress() {
        return HIDDEN;
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        CURRENT.set(this);
        CURRENT_PEER.set(Peers.nameOf(socket));
        super.setTcpNoDelay(on);
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        int cap = (int) limits.idle().toMillis();
        super.setSoTimeout(millis == 0 ? cap : Math.min(millis, cap));
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new CallHeads(new BufferedInputStream(new Bounded(super.getInputStream())), owner);
        }
        return input;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new FilterOutputStream(new ShortAnswers(writing.watch(super.getOutputStream()))) {
                @Override
                public void write(byte[] source, int offset, int length) throws IOException {
                    unanswered = 0;
                    out.write(source, offset, length);
                }

                @Override
                public void flush() throws IOException {
                    super.flush();
                    answered();
                }
            };
        }
        return output;
    }

    private void answered() throws IOException {
        ((CallHeads) getInputStream()).answered();
        finishAnswer();
    }

    private static void finishAnswer() {
        Runnable work = AFTER_ANSWER.get();
        if (work == null) return;
        AFTER_ANSWER.set(null);
        work.run();
    }

    @Override
    public void close() {
        finishAnswer();
        if (!handedOver) end();
    }

    @Override
    public boolean isOver() {
        return socket.isClosed();
    }

    @Override
    public void end() {
        owner.closed(this);
        Sockets.closeQuietly(socket::close);
    }

    /** Agrees on TLS with the other side, on the connection's own thread; ends it if that fails. */
    private void agree() throws TlsException {
        try {
            tls.handshake((headerDeadline - System.nanoTime()) / 1_000_000);
            X509Certificate certificate = tls.peer();
            String name = CertificateNames.nameOf(certificate).orElseThrow(() -> new TlsException(TlsFault.NO_NAME,
                    TlsFault.NO_NAME.text() + ": " + CertificateNames.subjectOf(certificate), null));
            fingerprint = CertificateNames.fingerprintOf(certificate);
            principal = name;
            CURRENT_PEER.set(name + " (" + CURRENT_PEER.get() + ")");
        } catch (TlsException e) {
            owner.refused(this, e);
            end();
            throw e;
        }
    }

    /** What is left of the connection for those to whom it is handed over. */
    private Socket handedOver() throws SocketException {
        return new SocketView(socket) {
            @Override
            public void close() {
                end();
            }
        };
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
            if (handedOver) return -1;
            if (headerBytes < HEADER_LENGTH) return readHeader(target, offset, length);
            int count = in.read(target, offset, length);
            if (count > 0) count(count);
            return count;
        }

        private int readHeader(byte[] target, int offset, int length) throws IOException {
            boolean isFirst = headerBytes == 0;
            if (isFirst && tls != null && principal == null) agree();
            boundHeader();
            int count = in.read(target, offset, isFirst ? Math.min(1, length) : length);
            if (count <= 0) return count;
            headerBytes += count;
            if (isFirst && target[offset] == Tunnels.FIRST_BYTE) {
                handOver();
                return -1;
            }
            if (headerBytes >= HEADER_LENGTH) setSoTimeout(0);
            count(count);
            return count;
        }

        private void count(int count) throws IOException {
            unanswered += count;
            if (unanswered <= limits.requestBytes()) return;
            AcceptedSocket.this.close();
            throw new WireException("a peer sent more than " + limits.requestBytes() + " bytes in one request");
        }

        private void handOver() throws IOException {
            byte[] secret = new byte[EventStream.SECRET_LENGTH];
            for (int at = 0; at < secret.length; ) {
                boundHeader();
                int count = in.read(secret, at, secret.length - at);
                if (count < 0) return;
                at += count;
            }
            handedOver = true;
            isKnown = true;
            if (!owner.handOver(secret, handedOver())) end();
        }

        private void boundHeader() throws IOException {
            long left = (headerDeadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                AcceptedSocket.this.close();
                throw new SocketTimeoutException("a peer sent no header within " + limits.header().toSeconds() + " s");
            }
            setSoTimeout((int) left);
        }
    }
}

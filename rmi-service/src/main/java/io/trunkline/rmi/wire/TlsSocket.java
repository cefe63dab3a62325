package io.trunkline.rmi.wire;

import io.trunkline.engine.PlainText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * A connection that speaks TLS over a channel. Its read time-out holds for all that a read waits for together, which
 * may be many parts of a TLS record. {@link #close} closes the channel, so it never waits and ends whatever does; it
 * tells the other side nothing, for our protocol says itself what is complete.
 *
 * <p>The handshake, reading and writing are for one thread at a time each; the rest is safe from any.
 */
final class TlsSocket extends SocketView {

    /** Makes the TLS of one side over what is below it. */
    interface Side {
        SSLSocket over(Socket below) throws IOException;
    }

    private static final int HANDSHAKE = 22; // what the first byte says
    private static final int ALERT = 21;
    private static final byte[] NO_PLAIN_TEXT = {ALERT, 3, 3, 0, 2, 2, 10}; // a fatal alert: unexpected message
    private static final long LAST_WORD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LAST_WORD_BYTES = 1 << 16;

    private final ChannelSocket channel;
    private final boolean isServer;
    private final Side side;
    private final ChannelInput channelIn;
    private final Incoming incoming = new Incoming();
    private final OutputStream outgoing;
    private final Input input = new Input();
    private final Output output = new Output();
    private final WriteProgress writing = new WriteProgress();
    private volatile InputStream plainIn; // null before the handshake, like the next
    private volatile OutputStream plainOut;
    private volatile X509Certificate peer;
    private volatile int timeoutMillis;
    private volatile long deadline; // of what is read below, by System.nanoTime; 0 for none
    private volatile boolean hasHeard;
    private volatile boolean isPlain;

    TlsSocket(ChannelSocket channel, boolean isServer, Side side) throws IOException {
        super(channel);
        this.channel = channel;
        this.isServer = isServer;
        this.side = side;
        this.channelIn = (ChannelInput) channel.getInputStream();
        this.outgoing = new FilterOutputStream(writing.watch(channel.getOutputStream())) {
            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                if (!isPlain) out.write(source, offset, length); // else it is said by sayLastWord
            }
        };
    }

    /** Whether what a connection begins with is a fatal word of TLS, from a side that was not spoken to in it. */
    static boolean isAlert(int firstByte) {
        return firstByte == ALERT;
    }

    /**
     * Agrees on TLS with the other side, within a time in all.
     *
     * @throws TlsException if that does not come about; the connection is of no use then, and is to be closed
     */
    void handshake(long millis) throws TlsException {
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) | 1;
        try {
            SSLSocket agreed = side.over(new Below(channel));
            agreed.startHandshake();
            peer = (X509Certificate) agreed.getSession().getPeerCertificates()[0];
            if (!TlsTrust.isValid(peer)) throw refused(TlsFault.EXPIRED, CertificateNames.subjectOf(peer), null);
            plainIn = agreed.getInputStream();
            plainOut = agreed.getOutputStream();
        } catch (TlsException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            TlsException refusal = explain(e);
            if (isServer) sayLastWord();
            throw refusal;
        } finally {
            deadline = 0;
        }
    }

    private TlsException explain(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TlsTrust.Refused refused) {
                return new TlsException(refused.fault(), refused.getMessage(), e);
            }
        }
        if (isPlain) return refused(TlsFault.PLAIN, "", e);
        if (System.nanoTime() - deadline >= 0) return refused(TlsFault.SLOW, "", e);
        TlsFault fault = TlsFault.of(e.getMessage());
        if (fault == TlsFault.BROKEN && !(e instanceof SSLException)) fault = TlsFault.ENDED;
        return refused(fault, fault == TlsFault.BROKEN || fault == TlsFault.DISTRUSTS
                ? PlainText.of(String.valueOf(e.getMessage()))
                : fault == TlsFault.ENDED && !hasHeard ? "it said nothing" : "", e);
    }

    private static TlsException refused(TlsFault fault, String detail, Exception cause) {
        return new TlsException(fault, fault.text() + (detail.isEmpty() ? "" : ": " + detail), cause);
    }

    /** Lets the other side read why: closing a connection with something unread would take that away. */
    private void sayLastWord() {
        deadline = System.nanoTime() + LAST_WORD_NANOS | 1;
        try {
            if (isPlain) channel.getOutputStream().write(NO_PLAIN_TEXT);
            channel.channel().shutdownOutput();
            byte[] unread = new byte[1 << 10];
            for (int left = LAST_WORD_BYTES; left > 0; ) {
                int count = incoming.read(unread, 0, unread.length);
                if (count < 0) return;
                left -= count;
            }
        } catch (IOException e) {
            return; // it has ended, or does not end
        }
    }

    /** The certificate of the other side; null before the handshake. */
    X509Certificate peer() {
        return peer;
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    /** Holds from the next read on. */
    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public String toString() {
        return channel + " with TLS";
    }

    /** What comes out of TLS. */
    final class Input extends InputStream implements Quiet {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int millis = timeoutMillis;
            deadline = millis == 0 ? 0 : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) | 1;
            return agreed(plainIn).read(target, offset, length);
        }

        @Override
        public int available() throws IOException {
            return agreed(plainIn).available();
        }

        @Override
        public boolean isQuiet() throws IOException {
            return available() == 0 && channelIn.isQuiet();
        }

        @Override
        public void close() {
            TlsSocket.this.close();
        }
    }

    /** What goes into TLS. */
    final class Output extends OutputStream {

        /** How what goes out is taken by the other side. */
        WriteProgress progress() {
            return writing;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            agreed(plainOut).write(source, offset, length);
        }

        @Override
        public void close() {
            TlsSocket.this.close();
        }
    }

    private static <T> T agreed(T stream) throws SocketException {
        if (stream == null) throw new SocketException("TLS was not agreed on");
        return stream;
    }

    /** The channel as TLS sees it, which never closes it. */
    private final class Below extends SocketView {

        Below(Socket socket) throws SocketException {
            super(socket);
        }

        @Override
        public InputStream getInputStream() {
            return incoming;
        }

        @Override
        public OutputStream getOutputStream() {
            return outgoing;
        }

        @Override
        public void close() {}
    }

    private final class Incoming extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long end = deadline;
            long left = end == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
            if (end != 0 && left <= 0) throw new SocketTimeoutException("Read timed out");
            channel.setSoTimeout((int) left);
            int count = channelIn.read(target, offset, length);
            if (count > 0 && !hasHeard) {
                hasHeard = true;
                isPlain = target[offset] != HANDSHAKE && (isServer || target[offset] != ALERT);
                if (isPlain) throw new SSLException("no TLS");
            }
            return count;
        }
    }
}

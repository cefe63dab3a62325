package io.trunkline.rmi.pair;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that speaks TLS. When its time is over it is closed, whatever the other side does or leaves; a thread
 * of its own sees to that, and ends with it.
 */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Socket below;
    private final Duration longest;
    private final Thread watch = new Thread(this::watch, "pair-deadline");
    private volatile boolean isLate; // written by the thread that watches
    private SSLSocket socket;
    private byte[] fingerprint;
    private DataInputStream in;
    private DataOutputStream out;

    private Connection(Socket below, Duration longest) {
        this.below = below;
        this.longest = longest;
        watch.setDaemon(true);
    }

    /** Agrees on TLS with the other side. The socket is closed if that fails, and with the connection. */
    static Connection open(Socket below, Duration longest, PairTls tls) throws IOException, GeneralSecurityException {
        Connection connection = new Connection(below, longest);
        connection.watch.start();
        try {
            connection.shakeHands(tls);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw connection.explained(e);
        } catch (GeneralSecurityException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void shakeHands(PairTls tls) throws IOException, GeneralSecurityException {
        socket = tls.above(below);
        socket.startHandshake();
        fingerprint = tls.fingerprint(socket);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    private void watch() {
        try {
            TimeUnit.NANOSECONDS.sleep(longest.toNanos());
            isLate = true;
            closeQuietly(below); // not the one above, whose close can wait for the other side
        } catch (InterruptedException e) {
            // the connection was closed in time
        }
    }

    /** The fingerprint of the certificate that the server showed. */
    byte[] fingerprint() {
        return fingerprint.clone();
    }

    byte[] read(int bytes) throws IOException {
        try {
            byte[] read = new byte[bytes];
            in.readFully(read);
            return read;
        } catch (IOException e) {
            throw explained(e);
        }
    }

    int readByte() throws IOException {
        return read(1)[0];
    }

    /** Reads bytes and their number before them, which is refused above a limit. */
    byte[] readCounted(int most) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (IOException e) {
            throw explained(e);
        }
        if (length >= 0 && length <= most) return read(length);
        throw new IOException("sends " + Integer.toUnsignedString(length) + " bytes, more than the " + most
                + " that an identity may have");
    }

    void write(byte[]... parts) throws IOException {
        try {
            for (byte[] part : parts) out.write(part);
            out.flush();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** The same in words that go on after the other side's name. */
    private IOException explained(IOException e) {
        if (isLate) return new IOException("took longer than " + longest.toMillis() + " ms", e);
        String text = String.valueOf(e.getMessage());
        boolean isEnd = e instanceof EOFException || e instanceof SocketException
                || e.getCause() instanceof SocketException || e.getCause() instanceof EOFException;
        if (isEnd) return new IOException("ended the connection", e);
        if (e instanceof SSLException) return new IOException("does not speak TLS as 'trunkline pair' does", e);
        return new IOException("cannot be talked to: " + text, e);
    }

    @Override
    public void close() {
        closeQuietly(socket);
        closeQuietly(below);
        watch.interrupt();
    }

    private static void closeQuietly(Socket socket) {
        try {
            if (socket != null) socket.close();
        } catch (IOException e) {
            LOG.debug("closing a connection failed", e); // what was to be said was said before
        }
    }
}

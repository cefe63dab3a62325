package io.trunkline.rmi.pair;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.keys.FreshCertificate;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/** Listens on the loopback address for one client, and does to it what a test says. */
final class Stranger implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final int GREETING = "trunkline pair 1".length() + Meeting.NONCE_BYTES;

    /** What is done to the client. */
    @FunctionalInterface
    interface Deed {
        void to(Socket client) throws Exception;
    }

    /** What is done to a client that was shown a certificate. */
    @FunctionalInterface
    interface TlsDeed {
        void to(Connection client) throws Exception;
    }

    private final ServerSocket listening;
    private final Thread thread;
    private volatile Throwable failure;

    private Stranger(Deed deed) throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        thread = new Thread(() -> {
            try (Socket client = listening.accept()) {
                deed.to(client);
            } catch (Throwable e) {
                failure = e;
            }
        }, "stranger");
        thread.start();
    }

    static Stranger doing(Deed deed) throws IOException {
        return new Stranger(deed);
    }

    /** One with a certificate of its own. */
    static Stranger withTls(TlsDeed deed) throws Exception {
        PairTls tls = PairTls.ofServer(FreshCertificate.create(Instant.now(), new SecureRandom()));
        return new Stranger(client -> {
            try (Connection connection = Connection.open(client, PATIENCE, tls)) {
                deed.to(connection);
            }
        });
    }

    /** Tells a client that its code is right, and more. */
    static void answer(Connection victim, byte[] proof, byte[] rest) throws IOException {
        victim.write(Answer.RIGHT_CODE.bytes(), proof, rest);
        assertThatThrownBy(victim::readByte).hasMessage("ended the connection");
    }

    /** Waits until the other side closes the connection. */
    static void awaitEnd(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException e) {
            // reset, which is an end as well
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Waits until it is done with its client. */
    void await() {
        Waiting.until(() -> !thread.isAlive());
        if (failure != null) throw new AssertionError(failure);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Waiting.until(() -> !thread.isAlive());
    }
}

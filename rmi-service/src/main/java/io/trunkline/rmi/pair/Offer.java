package io.trunkline.rmi.pair;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an identity, once, to whoever proves to know the code. Connections are served one after the other, on the
 * thread that waits.
 */
final class Offer {

    /** The byte by which a client says that it keeps what it got. */
    static final int KEPT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Offer.class);

    private final Proofs proofs;
    private final PairTls tls;
    private final Limits limits;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();

    Offer(Proofs proofs, PairTls tls, Limits limits, LongSupplier nanoTime) {
        this.proofs = proofs;
        this.tls = tls;
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /**
     * Waits for the one who takes it, and returns that one's address.
     *
     * @param user is told of wrong codes
     * @throws IOException if the time passes, too many codes are wrong, or it is not known whether the identity arrived
     */
    String await(ServerSocket listening, byte[] identity, Duration time, Consumer<String> user)
            throws IOException, GeneralSecurityException, InterruptedException {
        long start = nanoTime.getAsLong();
        int wrong = 0;
        listening.setSoTimeout((int) limits.look().toMillis());
        while (nanoTime.getAsLong() - start < time.toNanos()) {
            if (Thread.interrupted()) throw new InterruptedException();
            Socket accepted = accept(listening);
            if (accepted == null) continue;
            String peer = accepted.getInetAddress().getHostAddress();
            switch (serve(accepted, peer, identity)) {
                case TAKEN -> {
                    return peer;
                }
                case WRONG_CODE -> {
                    wrong++;
                    report(peer, limits.wrongCodes() - wrong, user);
                }
                case NOTHING -> { }
            }
        }
        throw new IOException("nobody took it within " + time.toMinutes() + " minutes; nothing was sent");
    }

    private enum Result { NOTHING, WRONG_CODE, TAKEN }

    /** The next connection; null if there is none for a while. */
    private static Socket accept(ServerSocket listening) throws IOException {
        try {
            return listening.accept();
        } catch (SocketTimeoutException e) {
            return null;
        }
    }

    private static void report(String peer, int left, Consumer<String> user) throws IOException {
        String what = "a wrong code came from " + peer + ": mistyped, guessed, or changed by somebody on the way; ";
        if (left == 0) throw new IOException(what + "it was the last that is allowed, and nothing was sent");
        user.accept(what + (left == 1 ? "one more ends" : left + " more end") + " the offer");
    }

    private Result serve(Socket accepted, String peer, byte[] identity)
            throws IOException, GeneralSecurityException {
        try (Connection connection = Connection.open(accepted, limits.connection(), tls)) {
            Meeting meeting = Greeting.asServer(connection, random);
            boolean isRight = Proofs.areEqual(connection.read(Proofs.BYTES), proofs.ofClient(meeting));
            if (isRight) return give(connection, meeting, peer, identity);
            refuse(connection);
            return Result.WRONG_CODE;
        } catch (NotKeptException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // whatever TLS makes of a stranger's bytes
            LOG.debug("{} {}", peer, e.getMessage());
            return Result.NOTHING;
        }
    }

    /** A code is counted as wrong whether or not the other side hears of it. */
    private static void refuse(Connection connection) {
        try {
            connection.write(Answer.WRONG_CODE.bytes());
        } catch (IOException e) {
            LOG.debug("the other side does not hear that its code is wrong: {}", e.getMessage());
        }
    }

    private Result give(Connection connection, Meeting meeting, String peer, byte[] identity)
            throws IOException, GeneralSecurityException {
        try {
            connection.write(Answer.RIGHT_CODE.bytes(), proofs.ofServer(meeting),
                    ByteBuffer.allocate(Integer.BYTES).putInt(identity.length).array(), identity);
            if (connection.readByte() == KEPT) return Result.TAKEN;
            throw new IOException("did not say that it keeps it");
        } catch (IOException e) {
            throw new NotKeptException(peer + " knew the code and was sent the identity, but " + e.getMessage(), e);
        }
    }

    /** The identity left, and nobody knows whether it arrived. */
    private static final class NotKeptException extends IOException {

        private static final long serialVersionUID = 1;

        NotKeptException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

package io.trunkline.rmi.pair;

import io.trunkline.rmi.wire.Address;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an identity from where it is offered, if that place proves to know the code. */
final class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

    private final Proofs proofs;
    private final Limits limits;
    private final SecureRandom random;

    /** What becomes of an identity that came from where the code is known. */
    @FunctionalInterface
    interface Keeping {
        void keep(byte[] identity) throws Exception;
    }

    Taking(Proofs proofs, Limits limits, SecureRandom random) {
        this.proofs = proofs;
        this.limits = limits;
        this.random = random;
    }

    /** Connects to an address, and keeps what is offered there. */
    void from(Address.Tcp address, Keeping keeping) throws Exception {
        Socket socket = dial(address);
        try (Connection connection = open(socket, address)) {
            keeping.keep(receive(connection, address));
            confirm(connection);
        }
    }

    private Connection open(Socket socket, Address.Tcp address) throws IOException, GeneralSecurityException {
        try {
            return Connection.open(socket, limits.connection(), PairTls.ofClient());
        } catch (IOException e) {
            throw new IOException("what listens at " + address + " " + e.getMessage() + "; nothing was written; look "
                    + "at --from, and whether 'trunkline pair offer' waits there", e);
        }
    }

    private byte[] receive(Connection connection, Address.Tcp address) throws IOException, GeneralSecurityException {
        try {
            Meeting meeting = Greeting.asClient(connection, random);
            connection.write(proofs.ofClient(meeting));
            if (!Answer.isRight(connection.readByte())) {
                throw new IOException("does not accept this code: it is mistyped or of another offer, or somebody is "
                        + "in between");
            }
            if (!Proofs.areEqual(connection.read(Proofs.BYTES), proofs.ofServer(meeting))) {
                throw new IOException("does not know the code itself: it is not where the code was made, or somebody "
                        + "is in between");
            }
            return connection.readCounted(limits.bytes());
        } catch (IOException e) {
            throw new IOException(address + " " + e.getMessage() + "; nothing was written", e);
        }
    }

    /** Lets the other side remove its copy. If it does not hear of it, it keeps the copy and says so to its user. */
    private static void confirm(Connection connection) {
        try {
            connection.write(new byte[] {Offer.KEPT});
        } catch (IOException e) {
            LOG.debug("the other side does not hear that it was kept", e);
        }
    }

    private Socket dial(Address.Tcp address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()),
                    (int) limits.connection().toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException(explain(e, address) + "; look at --from, and whether 'trunkline pair offer' waits "
                    + "there", e);
        }
    }

    private static String explain(IOException e, Address.Tcp address) {
        if (e instanceof UnknownHostException) return "unknown host: " + address.host();
        if (e instanceof SocketTimeoutException) return "no answer from " + address;
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "nobody offers an identity at " + address;
        }
        return "cannot connect to " + address + ": " + e.getMessage();
    }
}

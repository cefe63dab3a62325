package io.trunkline.rmi.access;

import io.trunkline.engine.model.Refusal;
import io.trunkline.rmi.access.LogIn.Denied;
import io.trunkline.rmi.access.LogIn.Granted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in, and with which rights. Either everybody, or the clients of a file that prove who they are: by a
 * certificate whose name is in the file, by a token, or, where the file has a token for the name of the certificate, by
 * both.
 *
 * <p>The files of clients and of revoked certificates are read again a moment after they changed, by whoever calls
 * {@link #refresh}; a log-in reads the latter at once. If one cannot be used then, what it said before goes on to hold
 * for those who are in, and an error is logged. Thread-safe.
 */
public final class Access {

    /** The rule that who is not let in is told. */
    public static final String LOG_IN = "log-in";

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Refusal NOT_KNOWN = new Refusal(LOG_IN, "the server does not know this client, or its token"
            + " or certificate is not right; on the server's machine trunkline keys issue makes an identity, and"
            + " trunkline keys token a token");

    private final WatchedFile<Map<String, Client>> clients; // null if everybody may come in; so are the next two
    private final WatchedFile<RevokedFile> denied;
    private final Path deniedFile;
    private final Guesses guesses = new Guesses(System::nanoTime);
    private volatile BooleanSupplier isPaper = () -> false;

    private Access(WatchedFile<Map<String, Client>> clients, WatchedFile<RevokedFile> denied, Path deniedFile) {
        this.clients = clients;
        this.denied = denied;
        this.deniedFile = deniedFile;
    }

    /** Everybody may come in under any name, and may do everything. */
    public static Access open() {
        return new Access(null, null, null);
    }

    /**
     * Only clients of a file may come in.
     *
     * @param file the clients and their rights
     * @param denied the revoked certificates; there need not be such a file
     * @throws IOException if a file cannot be used; the message names it, and the line
     */
    public static Access of(Path file, Path denied) throws IOException {
        return new Access(new WatchedFile<>(file, ClientsFile::read), new WatchedFile<>(denied, RevokedFile::read),
                denied);
    }

    /** Lets each client see the gateway at which it trades on paper, while the condition holds. */
    public void showOwnPaper(BooleanSupplier condition) {
        isPaper = condition;
    }

    private Rights rightsOf(Client client) {
        return isPaper.getAsBoolean() ? client.paperRights() : client.rights();
    }

    /** Whether a client has to prove who it is. */
    public boolean isRequired() {
        return clients != null;
    }

    /** Decides on a client that wants to come in. */
    public LogIn logIn(Proof proof) {
        if (!isRequired()) return new Granted(proof.declared(), Rights.ALL, "", Optional.empty());
        Duration wait = guesses.wait(proof.address());
        if (!wait.isZero()) {
            return new Denied(new Refusal(LOG_IN, "too many failed attempts from this address; try again in "
                    + (wait.toSeconds() + 1) + " s"), "too many failed attempts from " + proof.address(), true);
        }
        clients.refresh();
        try {
            if (!proof.hasCertificate() && proof.token().isEmpty()) return unproven();
            if (isRevoked(proof)) return revoked(proof.certificateName());
            if (proof.hasCertificate() && !clients.content().containsKey(proof.certificateName())) {
                return noClient(proof.certificateName());
            }
            Client client = find(proof);
            guesses.succeeded(proof.address());
            return new Granted(client.name(), rightsOf(client), proof.fingerprint(), client.token());
        } catch (NotProvenException e) {
            guesses.failed(proof.address());
            return new Denied(NOT_KNOWN, e.getMessage(), false);
        }
    }

    /** Nothing was guessed, so nobody else at its address has to wait for that. */
    private static Denied revoked(String name) {
        return new Denied(new Refusal(LOG_IN, "the certificate of " + name + " was revoked; a new identity is made"
                + " with trunkline keys issue on the server's machine"), "its certificate was revoked", true);
    }

    /** Nor was anything guessed here, and its name is proven. */
    private static Denied noClient(String name) {
        return new Denied(new Refusal(LOG_IN, name + " is no client of this server any more; a new identity is made"
                + " with trunkline keys issue on the server's machine"), "the file of clients does not have " + name,
                true);
    }

    /** Nor was anything guessed here. */
    private static Denied unproven() {
        return new Denied(NOT_KNOWN, "it shows neither a certificate nor a token", true);
    }

    private boolean isRevoked(Proof proof) throws NotProvenException {
        if (!proof.hasCertificate()) return false;
        try {
            return RevokedFile.read(deniedFile).fingerprints().contains(proof.fingerprint());
        } catch (IOException e) {
            LOG.error("nobody can log in: the revoked certificates cannot be read", e);
            throw new NotProvenException("the revoked certificates cannot be read: " + e.getMessage());
        }
    }

    private Client find(Proof proof) throws NotProvenException {
        if (proof.hasCertificate()) return byCertificate(proof);
        Client found = null;
        for (Client client : clients.content().values()) { // all of them, so that time does not tell which it was
            if (client.token().isPresent() && client.token().get().matches(proof.token())) found = client;
        }
        if (found == null) throw new NotProvenException("its token is nobody's");
        return found;
    }

    private Client byCertificate(Proof proof) throws NotProvenException {
        Client client = clients.content().get(proof.certificateName());
        if (client.token().isPresent() && !client.token().get().matches(proof.token())) {
            throw new NotProvenException(proof.token().isEmpty() ? "it shows no token" : "its token is not right");
        }
        return client;
    }

    /** What the client of a name may do now; empty if there is none, or no longer. */
    public Optional<Rights> rightsOf(String name) {
        if (!isRequired()) return Optional.of(Rights.ALL);
        return Optional.ofNullable(clients.content().get(name)).map(this::rightsOf);
    }

    /**
     * Why a client may not stay as it was let in; empty if it may. Begins with {@code revoked} if it would not be let
     * in again by what it showed. Does not look at the files.
     */
    public Optional<String> whyOver(Granted granted) {
        if (!isRequired()) return Optional.empty();
        String name = granted.name();
        Client client = clients.content().get(name);
        if (client == null) return Optional.of("revoked: " + name + " is not a client any more");
        if (denied.content().fingerprints().contains(granted.fingerprint())) {
            return Optional.of("revoked: the certificate of " + name + " is good no longer");
        }
        boolean isSameToken = client.token().equals(granted.token());
        boolean isEnough = isSameToken || client.token().isEmpty() && !granted.fingerprint().isEmpty();
        if (!isEnough) return Optional.of("revoked: the token of " + name + " is another now, or was taken away");
        if (isSameToken && rightsOf(client).equals(granted.rights())) return Optional.empty();
        return Optional.of("the rights of " + name + " were changed");
    }

    /** Looks whether the files changed. Takes as long as the file system does. */
    public void refresh() {
        if (!isRequired()) return;
        clients.refresh();
        denied.refresh();
    }

    /** The message is for the service's own log. */
    private static final class NotProvenException extends Exception {
        private static final long serialVersionUID = 1;

        NotProvenException(String message) {
            super(message, null, false, false);
        }
    }
}

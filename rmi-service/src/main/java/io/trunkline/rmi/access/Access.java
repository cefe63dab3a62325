package io.trunkline.rmi.access;

import io.trunkline.engine.model.Refusal;
import io.trunkline.rmi.access.LogIn.Denied;
import io.trunkline.rmi.access.LogIn.Granted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in, and with which rights. Either everybody, or the clients of a file that prove who they are: by a
 * certificate whose name is in the file, by a token, or, where the file has a token for the name of the certificate, by
 * both.
 *
 * <p>The file of clients is read again a moment after it changed. If it cannot be used then, what it said before goes on to hold,
 * and an error is logged. Thread-safe.
 */
public final class Access {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final long SETTLED_NANOS = 100_000_000;
    private static final Refusal NOT_KNOWN = new Refusal("log-in", "the server does not know this client, or its token or"
            + " certificate is not right; an identity is made with trunkline keys issue on the server's machine");

    private final Path file; // null if everybody may come in; so is the next
    private final Path denied;
    private final Guesses guesses = new Guesses(System::nanoTime);
    private Object stamp; // of the file as it was read; guarded by this, like the next two
    private Object changing; // the stamp of the file as it was seen since, or null
    private long changedNanos;
    private volatile Map<String, Client> clients;
    private volatile BooleanSupplier isPaper = () -> false;

    private Access(Path file, Path denied) {
        this.file = file;
        this.denied = denied;
    }

    /** Everybody may come in under any name, and may do everything. */
    public static Access open() {
        return new Access(null, null);
    }

    /**
     * Only clients of a file may come in.
     *
     * @param file the clients and their rights
     * @param denied the revoked certificates; there need not be such a file
     * @throws IOException if a file cannot be used; the message names it, and the line
     */
    public static Access of(Path file, Path denied) throws IOException {
        Access access = new Access(file, denied);
        access.stamp = stampOf(file);
        access.clients = ClientsFile.read(file);
        DenyFile.read(denied);
        return access;
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
        return file != null;
    }

    /** Decides on a client that wants to come in. */
    public LogIn logIn(Proof proof) {
        if (!isRequired()) return new Granted(proof.declared(), Rights.ALL);
        Duration wait = guesses.wait(proof.address());
        if (!wait.isZero()) {
            return new Denied(new Refusal("log-in", "too many failed attempts from this address; try again in "
                    + (wait.toSeconds() + 1) + " s"), "too many failed attempts from " + proof.address(), true);
        }
        refresh();
        try {
            Client client = find(proof);
            guesses.succeeded(proof.address());
            return new Granted(client.name(), rightsOf(client));
        } catch (NotProvenException e) {
            guesses.failed(proof.address());
            return new Denied(NOT_KNOWN, e.getMessage(), false);
        }
    }

    private Client find(Proof proof) throws NotProvenException {
        if (proof.hasCertificate()) return byCertificate(proof);
        if (proof.token().isEmpty()) throw new NotProvenException("it shows neither a certificate nor a token");
        Client found = null;
        for (Client client : clients.values()) { // all of them, so that time does not tell which it was
            if (client.token().isPresent() && client.token().get().matches(proof.token())) found = client;
        }
        if (found == null) throw new NotProvenException("its token is nobody's");
        return found;
    }

    private Client byCertificate(Proof proof) throws NotProvenException {
        if (deniedNow().contains(proof.fingerprint())) throw new NotProvenException("its certificate was revoked");
        Client client = clients.get(proof.certificateName());
        if (client == null) throw new NotProvenException("the file of clients does not have " + proof.certificateName());
        if (client.token().isPresent() && !client.token().get().matches(proof.token())) {
            throw new NotProvenException(proof.token().isEmpty() ? "it shows no token" : "its token is not right");
        }
        return client;
    }

    private Set<String> deniedNow() throws NotProvenException {
        try {
            return DenyFile.read(denied);
        } catch (IOException e) {
            LOG.error("nobody can log in: the revoked certificates cannot be read", e);
            throw new NotProvenException("the revoked certificates cannot be read: " + e.getMessage());
        }
    }

    /** What the client of a name may do now; empty if there is none, or no longer. */
    public Optional<Rights> rightsOf(String name) {
        if (!isRequired()) return Optional.of(Rights.ALL);
        return Optional.ofNullable(clients.get(name)).map(this::rightsOf);
    }

    /** Reads the file of clients again if it changed, and has not changed further for a moment. */
    public synchronized void refresh() {
        if (!isRequired()) return;
        try {
            Object now = stampOf(file);
            long nanos = System.nanoTime();
            if (now.equals(stamp)) {
                changing = null;
            } else if (!now.equals(changing)) { // whoever changes it may not be done
                changing = now;
                changedNanos = nanos;
            } else if (nanos - changedNanos > SETTLED_NANOS) {
                stamp = now;
                clients = ClientsFile.read(file);
                LOG.info("read the clients anew from {}", file);
            }
        } catch (IOException e) {
            LOG.error("the clients and their rights stay what they were: {}", e.getMessage());
        }
    }

    private static Object stampOf(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return "none";
        return Files.getLastModifiedTime(file) + " " + Files.size(file) + " "
                + Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** The message is for the service's own log. */
    private static final class NotProvenException extends Exception {
        private static final long serialVersionUID = 1;

        NotProvenException(String message) {
            super(message, null, false, false);
        }
    }
}

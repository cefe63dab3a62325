package io.trunkline.rmi.keys;

import io.trunkline.rmi.access.ClientsFile;
import io.trunkline.rmi.access.RevokedFile;
import io.trunkline.rmi.access.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clients that a folder knows, as its three files tell together. Immutable.
 *
 * @param file what the server knows of them
 * @param register what was issued to them
 * @param revoked what they may not use any more
 */
record Clients(ClientsFile file, Register register, RevokedFile revoked) {

    static Clients read(KeyFolder folder) throws IOException {
        return new Clients(folder.clients(), folder.register(), folder.revoked());
    }

    /** All names, also those that were given lines by hand. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(register.names());
        names.addAll(file.names());
        return names;
    }

    Optional<String> role(String name) {
        return file.role(name).map(Role::toString);
    }

    boolean hasToken(String name) {
        return file.token(name).isPresent();
    }

    boolean isRevoked(Register.Entry entry) {
        if (entry.isCertificate()) return revoked.fingerprints().contains(entry.fingerprint().get());
        List<Register.Entry> all = register.of(entry.name());
        return !hasToken(entry.name()) || all.get(all.size() - 1) != entry;
    }

    /** Refuses to issue something to a client that has something it can log in with. */
    void checkFree(String name, Instant now) throws IOException {
        ClientName.checkCase(name, names());
        List<Register.Entry> entries = register.of(name);
        for (Register.Entry entry : entries) {
            if (!entry.isCertificate() || isRevoked(entry) || entry.isExpired(now)) continue;
            throw new IOException(name + " has a certificate that is valid until "
                    + Dates.day(entry.expires().orElseThrow()) + "; to replace it, first: trunkline keys revoke "
                    + name);
        }
        boolean isTokenAlone = entries.isEmpty() || !entries.get(entries.size() - 1).isCertificate();
        if (!hasToken(name) || !isTokenAlone) return;
        throw new IOException(name + " has a token; to replace it, first: trunkline keys revoke " + name);
    }
}

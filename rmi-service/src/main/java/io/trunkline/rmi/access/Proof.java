package io.trunkline.rmi.access;

import java.util.Objects;

/**
 * What a client shows to log in.
 *
 * @param declared the name that it gives itself; it proves nothing
 * @param token its token; empty if it has none
 * @param address where it connects from, as all its connections have it
 * @param certificateName the name in its certificate; empty if it has none
 * @param fingerprint the SHA-256 of its certificate in small hexadecimal digits; empty if it has none
 */
public record Proof(String declared, String token, String address, String certificateName, String fingerprint) {

    /** Checks that nothing is null. */
    public Proof {
        Objects.requireNonNull(declared, "declared");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(certificateName, "certificateName");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** Who it is, for logs: by its certificate, or what it calls itself, behind a {@code ?} as nothing proves it. */
    public String shownName() {
        return hasCertificate() ? certificateName : "?" + declared;
    }

    boolean hasCertificate() {
        return !fingerprint.isEmpty();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return declared + " at " + address + (hasCertificate() ? " with the certificate of " + certificateName : "");
    }
}

package io.trunkline.rmi.keys;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/**
 * What a certificate says.
 *
 * @param name the common name of its subject
 * @param key the subject's public key
 * @param use what it is for
 * @param hosts the subject's alternative names; none for those who are not dialled
 * @param from the first second at which it is valid
 * @param until the last one
 */
record CertificateText(
        String name, PublicKey key, CertificateUse use, List<Host> hosts, Instant from, Instant until) {

    CertificateText {
        hosts = List.copyOf(hosts);
    }
}

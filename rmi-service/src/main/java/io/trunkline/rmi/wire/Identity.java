package io.trunkline.rmi.wire;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who somebody is, how that is proved, and whom somebody trusts.
 *
 * @param chain the own certificate first, then those that vouch for it
 * @param authority whose certificates are trusted
 * @param token what its owner shows to log in, in hexadecimal; empty for nothing
 */
record Identity(PrivateKey key, List<X509Certificate> chain, X509Certificate authority, String token) {

    Identity {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return CertificateNames.subjectOf(certificate());
    }
}

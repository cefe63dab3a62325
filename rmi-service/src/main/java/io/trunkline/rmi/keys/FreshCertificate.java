package io.trunkline.rmi.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A new key with a server's certificate that nobody vouches for: by itself it proves nothing.
 *
 * @param key its private key
 * @param certificate its certificate, valid for a day
 */
public record FreshCertificate(PrivateKey key, X509Certificate certificate) {

    private static final Duration VALID = Duration.ofDays(1);

    /** Makes one. */
    public static FreshCertificate create(Instant now, SecureRandom random) throws GeneralSecurityException {
        KeyPair keys = Certificates.newKeys(random);
        CertificateText text = new CertificateText("Trunkline pair", keys.getPublic(), CertificateUse.SERVER, List.of(),
                now.minus(VALID), now.plus(VALID));
        return new FreshCertificate(keys.getPrivate(), Certificates.selfSigned(text, keys.getPrivate(), random));
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}

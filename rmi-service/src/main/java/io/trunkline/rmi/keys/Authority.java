package io.trunkline.rmi.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who signs the certificates of a server and of its clients.
 *
 * @param key its private key
 * @param certificate its certificate for itself
 */
record Authority(PrivateKey key, X509Certificate certificate) {

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1); // so much may another machine's clock be late
    private static final int YEARS = 10;

    static Authority create(Instant now, SecureRandom random) throws GeneralSecurityException {
        KeyPair keys = Certificates.newKeys(random);
        byte[] mark = new byte[4];
        random.nextBytes(mark); // tells one authority from another in messages
        Instant until = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        CertificateText text = new CertificateText("Trunkline authority " + HexFormat.of().formatHex(mark),
                keys.getPublic(), CertificateUse.AUTHORITY, List.of(), now.minus(CLOCKS_DIFFER), until);
        return new Authority(keys.getPrivate(), Certificates.selfSigned(text, keys.getPrivate(), random));
    }

    /** Makes an identity with a new key. It is valid for so many days, but never longer than the authority. */
    Identity issue(
            String name, CertificateUse use, List<Host> hosts, int days, Optional<Token> token, Instant now,
            SecureRandom random) throws GeneralSecurityException {
        KeyPair keys = Certificates.newKeys(random);
        Instant end = until();
        Instant wanted = now.plus(Duration.ofDays(days));
        CertificateText text = new CertificateText(name, keys.getPublic(), use, hosts, now.minus(CLOCKS_DIFFER),
                wanted.isAfter(end) ? end : wanted);
        X509Certificate signed = Certificates.signed(text, certificate, key, random);
        return new Identity(keys.getPrivate(), signed, certificate, token);
    }

    Instant until() {
        return certificate.getNotAfter().toInstant();
    }
}

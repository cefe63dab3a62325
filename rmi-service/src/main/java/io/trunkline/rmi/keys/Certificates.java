package io.trunkline.rmi.keys;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Makes X.509 certificates with keys on the curve P-256, signed with SHA256withECDSA. */
final class Certificates {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final byte[] ALGORITHM_ID = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final int SERIAL_BITS = 127;
    private static final int KEY_ID_BYTES = 20;

    private Certificates() {}

    static KeyPair newKeys(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** An authority's certificate for itself. */
    static X509Certificate selfSigned(CertificateText text, PrivateKey key, SecureRandom random)
            throws GeneralSecurityException {
        return sign(text, name(text.name()), text.key(), key, random);
    }

    /** A certificate that an authority signs. */
    static X509Certificate signed(CertificateText text, X509Certificate authority, PrivateKey key, SecureRandom random)
            throws GeneralSecurityException {
        byte[] issuer = authority.getSubjectX500Principal().getEncoded();
        return sign(text, issuer, authority.getPublicKey(), key, random);
    }

    private static X509Certificate sign(
            CertificateText text, byte[] issuer, PublicKey issuerKey, PrivateKey key, SecureRandom random)
            throws GeneralSecurityException {
        byte[] body = Der.sequence(
                Der.element(0xa0, Der.integer(BigInteger.TWO)), // version 3
                Der.integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS)),
                ALGORITHM_ID,
                issuer,
                Der.sequence(Der.time(text.from()), Der.time(text.until())),
                name(text.name()),
                text.key().getEncoded(),
                Der.element(0xa3, Der.sequence(extensions(text, issuerKey))));
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key, random);
        signature.update(body);
        byte[] whole = Der.sequence(body, ALGORITHM_ID, Der.bits(0, signature.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(commonName))));
    }

    private static byte[][] extensions(CertificateText text, PublicKey issuerKey) throws GeneralSecurityException {
        CertificateUse use = text.use();
        List<byte[]> extensions = new ArrayList<>();
        extensions.add(critical("2.5.29.19", use.constraints()));
        extensions.add(critical("2.5.29.15", use.keyUsage()));
        if (!use.extendedKeyUsage().isEmpty()) {
            extensions.add(extension("2.5.29.37", Der.sequence(Der.oid(use.extendedKeyUsage()))));
        }
        extensions.add(extension("2.5.29.14", Der.octets(keyId(text.key()))));
        extensions.add(extension("2.5.29.35", Der.sequence(Der.element(0x80, keyId(issuerKey)))));
        if (!text.hosts().isEmpty()) {
            byte[][] names = text.hosts().stream().map(Host::encoded).toArray(byte[][]::new);
            extensions.add(extension("2.5.29.17", Der.sequence(names)));
        }
        return extensions.toArray(byte[][]::new);
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.TRUE, Der.octets(value));
    }

    private static byte[] extension(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), KEY_ID_BYTES);
    }

    /** The SHA-256 of a certificate, in hexadecimal. */
    static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }
}

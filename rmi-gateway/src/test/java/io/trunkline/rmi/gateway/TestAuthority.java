package io.trunkline.rmi.gateway;

import io.trunkline.rmi.wire.Tls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An authority that certifies whatever a test asks for, without a process: it writes the DER form itself. */
final class TestAuthority {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final byte[] ECDSA = sequence(oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2)); // with SHA-256
    private static final byte[] COMMON_NAME = oid(0x55, 4, 3);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private final String name;
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate;

    /** An authority with a key of its own. */
    TestAuthority(String name) {
        this.name = name;
        this.certificate = sign(new Wish(name).authority(), keys);
    }

    /** What a certificate is to say. */
    static final class Wish {
        private final String name;
        private final List<byte[]> hosts = new ArrayList<>();
        private byte[] usage = new byte[0];
        private boolean isAuthority;
        private Instant end = Instant.now().plus(Duration.ofDays(2));

        /** A certificate for a name. */
        Wish(String name) {
            this.name = name;
        }

        /** That it is a server's, at an address. */
        Wish server(String address) {
            try {
                hosts.add(tlv(0x87, InetAddress.getByName(address).getAddress()));
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
            usage = oid(0x2B, 6, 1, 5, 5, 7, 3, 1);
            return this;
        }

        /** That it is a client's. */
        Wish client() {
            usage = oid(0x2B, 6, 1, 5, 5, 7, 3, 2);
            return this;
        }

        private Wish authority() {
            isAuthority = true;
            return this;
        }
    }

    /** Writes an identity file with the usual password. */
    Path identity(Path folder, Wish wish) {
        return write(folder, wish.name.replaceAll("\\W", "_"), newKeys(), wish, certificate);
    }

    private Path write(Path folder, String file, KeyPair own, Wish wish, X509Certificate trusted) {
        try {
            Path path = folder.resolve(file + SERIAL.incrementAndGet() + ".p12");
            char[] password = Tls.DEFAULT_PASSWORD.toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("identity", own.getPrivate(), password,
                    new Certificate[] {sign(wish, own), certificate});
            store.setCertificateEntry("authority", trusted);
            try (OutputStream out = Files.newOutputStream(path)) {
                store.store(out, password);
            }
            return path;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate sign(Wish wish, KeyPair own) {
        byte[] validity = sequence(tlv(0x17, ascii(TIME.format(wish.end.minus(Duration.ofDays(3))))),
                tlv(0x17, ascii(TIME.format(wish.end))));
        byte[] body = sequence(tlv(0xA0, integer(2)), integer(SERIAL.incrementAndGet()), ECDSA, subject(name), validity,
                subject(wish.name), own.getPublic().getEncoded(), tlv(0xA3, sequence(extensions(wish))));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(body);
            byte[] encoded = sequence(body, ECDSA, tlv(3, new byte[1], signature.sign()));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[][] extensions(Wish wish) {
        List<byte[]> all = new ArrayList<>();
        if (wish.isAuthority) all.add(sequence(oid(0x55, 0x1D, 0x13), tlv(4, sequence(tlv(1, new byte[] {-1})))));
        if (wish.usage.length > 0) all.add(sequence(oid(0x55, 0x1D, 0x25), tlv(4, sequence(wish.usage))));
        if (!wish.hosts.isEmpty()) {
            all.add(sequence(oid(0x55, 0x1D, 0x11), tlv(4, sequence(wish.hosts.toArray(new byte[0][])))));
        }
        return all.toArray(new byte[0][]);
    }

    private static byte[] subject(String name) {
        return sequence(tlv(0x31, sequence(COMMON_NAME, tlv(0x0C, name.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] integer(long value) {
        return tlv(2, BigInteger.valueOf(value).toByteArray());
    }

    private static byte[] oid(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) content[i] = (byte) bytes[i];
        return tlv(6, content);
    }

    private static byte[] sequence(byte[]... parts) {
        return tlv(0x30, parts);
    }

    private static byte[] tlv(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) content.writeBytes(part);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (content.size() > 127) all.write(content.size() > 255 ? 0x82 : 0x81);
        if (content.size() > 255) all.write(content.size() >> 8);
        all.write(content.size());
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }
}

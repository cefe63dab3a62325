package io.trunkline.rmi.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads identities from files. What is wrong with one is an IllegalArgumentException that names it. */
final class IdentityFiles {

    private static final String OWN = "identity";
    private static final String AUTHORITY = "authority";
    private static final String TOKEN = "token";
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private IdentityFiles() {}

    /** Reads an identity file, or the three files certificates, key and authority in PEM form. */
    static Identity read(List<Path> files, char[] password) {
        return switch (files.size()) {
            case 1 -> readStore(files.get(0), password);
            case 3 -> readPem(files.get(0), files.get(1), files.get(2));
            default -> throw new IllegalArgumentException(files.size() + " files: " + String.join(" ",
                    files.stream().map(Path::toString).toList()) + "; give one identity file (PKCS12), or the three"
                    + " files CERTIFICATES.pem,KEY.pem,AUTHORITY.pem; commas separate files, so a path that has one"
                    + " must be that of one identity file that exists; move the three elsewhere");
        };
    }

    /** The files that a setting names: the one whose path it is, commas and all, or those that commas separate. */
    static List<Path> named(String text) {
        String whole = text.strip();
        if (whole.indexOf(',') >= 0 && Files.isRegularFile(Path.of(whole))) return List.of(Path.of(whole));
        return Arrays.stream(whole.split(",")).map(String::strip).filter(name -> !name.isEmpty()).map(Path::of)
                .toList();
    }

    /** A store of keys in memory, without any. */
    static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read", e);
        }
        return store;
    }

    private static Identity readStore(Path file, char[] password) {
        byte[] bytes = bytes(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            if (!(store.isKeyEntry(OWN) && store.getKey(OWN, password) instanceof PrivateKey key)) {
                throw new IllegalArgumentException(file + " has no private key under the alias " + OWN
                        + "; make an identity with trunkline keys");
            }
            if (!(store.getCertificate(AUTHORITY) instanceof X509Certificate authority)) {
                throw new IllegalArgumentException(file + " has no certificate under the alias " + AUTHORITY
                        + "; make an identity with trunkline keys");
            }
            Certificate[] chain = store.getCertificateChain(OWN);
            return new Identity(key, Arrays.stream(chain).map(X509Certificate.class::cast).toList(), authority,
                    store.isKeyEntry(TOKEN) ? HexFormat.of().formatHex(store.getKey(TOKEN, password).getEncoded())
                            : "");
        } catch (IOException | UnrecoverableKeyException e) {
            boolean isLocked = e instanceof UnrecoverableKeyException
                    || e.getCause() instanceof UnrecoverableKeyException;
            throw new IllegalArgumentException(isLocked ? "the password does not open " + file + "; give the right one"
                    : file + " is no identity file (PKCS12); make one with trunkline keys, or give three files in PEM"
                    + " form", e);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Identity readPem(Path chain, Path key, Path authority) {
        return new Identity(key(key), certificates(chain), certificates(authority).get(0), "");
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(file))).stream()
                    .map(X509Certificate.class::cast).toList();
            if (!found.isEmpty()) return found;
            throw new IllegalArgumentException(file + " holds no certificate in PEM form");
        } catch (CertificateException e) {
            throw new IllegalArgumentException(file + " holds no certificate in PEM form: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) {
        Matcher matcher = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            throw new IllegalArgumentException(file + " holds no private key that can be used; it must be in the form"
                    + " PKCS8 and not encrypted: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                continue; // it is of another kind
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(file + " cannot be used: " + e.getMessage(), e);
            }
        }
        throw new IllegalArgumentException(file + " holds a private key of none of the kinds "
                + String.join(", ", ALGORITHMS));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file
                    + "; make an identity with trunkline keys, or name another file", e);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(file + " may not be read; run as the user that owns it", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}

package io.trunkline.rmi.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import javax.crypto.spec.SecretKeySpec;

/**
 * The format of files that hold keys: PKCS12. An identity has the private key under the alias {@code identity} with the
 * chain own certificate, authority's certificate; the authority's certificate as trusted under {@code authority}; and
 * perhaps the token's 32 bytes as a secret key under {@code token}. The authority's own file has the private key with
 * its certificate under {@code authority}.
 *
 * <p>The usual password is no secret: what protects a file is that only its owner can read it.
 */
final class IdentityFile {

    static final String USUAL_PASSWORD = "trunkline";
    static final String IDENTITY = "identity";
    static final String AUTHORITY = "authority";
    static final String TOKEN = "token";

    private static final String TOKEN_ALGORITHM = "HmacSHA256"; // a key store takes none without an identifier

    private IdentityFile() {}

    static byte[] encode(Identity identity, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry(AUTHORITY, identity.authority());
        X509Certificate[] chain = {identity.certificate(), identity.authority()};
        store.setKeyEntry(IDENTITY, identity.key(), password, chain);
        if (identity.token().isPresent()) {
            SecretKeySpec key = new SecretKeySpec(identity.token().get().bytes(), TOKEN_ALGORITHM);
            store.setEntry(TOKEN, new KeyStore.SecretKeyEntry(key), new PasswordProtection(password));
        }
        return bytes(store, password);
    }

    static byte[] encode(Authority authority, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        X509Certificate[] chain = {authority.certificate()};
        store.setKeyEntry(AUTHORITY, authority.key(), password, chain);
        return bytes(store, password);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] bytes(KeyStore store, char[] password) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    /** Reads the authority's own file. {@code passwordOption} is what to give if the password is wrong. */
    static Authority readAuthority(Path file, char[] password, String passwordOption)
            throws IOException, GeneralSecurityException {
        KeyStore store = read(file, password, passwordOption);
        if (store.getKey(AUTHORITY, password) instanceof PrivateKey key
                && store.getCertificate(AUTHORITY) instanceof X509Certificate certificate) {
            return new Authority(key, certificate);
        }
        throw new IOException(file + " has no private key under the alias " + AUTHORITY + "; it is not an authority");
    }

    /** Reads the own certificate from an identity's file. */
    static X509Certificate readCertificate(Path file, char[] password, String passwordOption)
            throws IOException, GeneralSecurityException {
        if (read(file, password, passwordOption).getCertificate(IDENTITY) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new IOException(file + " has nothing under the alias " + IDENTITY + "; it is not an identity");
    }

    private static KeyStore read(Path file, char[] password, String passwordOption)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        byte[] bytes = Files.readAllBytes(file);
        try {
            store.load(new ByteArrayInputStream(bytes), password);
            return store;
        } catch (IOException e) {
            boolean isPassword = e.getCause() instanceof UnrecoverableKeyException;
            throw new IOException(file + (isPassword
                    ? " has another password; give it with --" + passwordOption + " FILE"
                    : " is not a PKCS12 file: " + e.getMessage()), e);
        }
    }
}

package io.trunkline.rmi.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * One side's part in TLS 1.3: its key, its certificate, and the one authority whose certificates it accepts from the
 * other side. A server demands a certificate of every client; a client demands that the server's is for the host that
 * was dialled. Nothing of it is shared with the rest of the JVM.
 *
 * <p>Immutable and safe from any thread.
 */
public final class Tls {

    /** What identity files are locked with unless another password was chosen: the file's permission protects it. */
    public static final String DEFAULT_PASSWORD = "trunkline";

    private static final String[] VERSIONS = {"TLSv1.3"};

    private final Identity identity;
    private final SSLContext context;

    private Tls(Identity identity) throws GeneralSecurityException {
        this.identity = identity;
        char[] password = DEFAULT_PASSWORD.toCharArray();
        KeyStore own = IdentityFiles.emptyStore();
        own.setKeyEntry("identity", identity.key(), password, identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new TlsTrust(identity.authority())}, null);
    }

    /**
     * A server's part, as said by files.
     *
     * @param files one identity file, or three in PEM form: the certificates, own first; the key; the authority
     * @param password of an identity file
     * @throws IllegalArgumentException if they cannot be used; the message names the file and says what is wrong
     */
    public static Tls ofServer(List<Path> files, String password) {
        return of(files, password, TlsTrust.FOR_SERVERS, "server");
    }

    /**
     * A client's part, as said by files.
     *
     * @param files one identity file, or three in PEM form: the certificates, own first; the key; the authority
     * @param password of an identity file
     * @throws IllegalArgumentException if they cannot be used; the message names the file and says what is wrong
     */
    public static Tls ofClient(List<Path> files, String password) {
        return of(files, password, TlsTrust.FOR_CLIENTS, "client");
    }

    /** The files that a setting names: the one whose path it is, commas and all, or those that commas separate. */
    public static List<Path> files(String setting) {
        return IdentityFiles.named(setting);
    }

    private static Tls of(List<Path> files, String password, String purpose, String role) {
        Identity identity = IdentityFiles.read(files, password.toCharArray());
        Path file = files.get(0);
        X509Certificate own = identity.certificate();
        if (!TlsTrust.isValid(own)) {
            throw new IllegalArgumentException("the certificate in " + file + " is valid from "
                    + own.getNotBefore().toInstant() + " to " + own.getNotAfter().toInstant()
                    + " only; make another with trunkline keys");
        }
        if (!TlsTrust.isFor(own, purpose)) {
            throw new IllegalArgumentException("the certificate in " + file + " is not for a " + role
                    + "; make one that is with trunkline keys");
        }
        try {
            if (belongTogether(identity.key(), own.getPublicKey())) return new Tls(identity);
            throw new IllegalArgumentException("the private key does not belong to the certificate in " + file);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the identity in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean belongTogether(PrivateKey own, PublicKey shown) throws GeneralSecurityException {
        if (!own.getAlgorithm().equals(shown.getAlgorithm())) return false;
        String algorithm = switch (own.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> own.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(own);
        signature.update(VERSIONS[0].getBytes());
        byte[] signed = signature.sign();
        signature.initVerify(shown);
        signature.update(VERSIONS[0].getBytes());
        return signature.verify(signed);
    }

    /** Whether clients that dial a host, as an address or a name, find its certificate right. */
    public boolean isFor(String host) {
        return CertificateNames.hosts(identity.certificate()).stream().anyMatch(host::equalsIgnoreCase);
    }

    /** For which hosts its certificate is, for a person to read. */
    public String hosts() {
        return CertificateNames.hostsOf(identity.certificate());
    }

    /** The token that came with the identity, in hexadecimal, by which a client logs in; empty if there is none. */
    public String token() {
        return identity.token();
    }

    /** The server's end of a connection that a client opened; the handshake is still to come. */
    TlsSocket serverSide(ChannelSocket accepted) throws IOException {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(VERSIONS);
        engine.setNeedClientAuth(true);
        return new TlsSocket(accepted, engine);
    }

    /** The client's end of a connection to a host; the handshake is still to come. */
    TlsSocket clientSide(ChannelSocket connected, String host, int port) throws IOException {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(VERSIONS);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return new TlsSocket(connected, engine);
    }

    /** Whose certificate it is, for a person to read. */
    @Override
    public String toString() {
        return identity.toString();
    }
}

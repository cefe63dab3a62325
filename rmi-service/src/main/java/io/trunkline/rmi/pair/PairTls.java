package io.trunkline.rmi.pair;

import io.trunkline.rmi.keys.FreshCertificate;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** One side's part in TLS 1.3: the server has a certificate, of which the client believes nothing yet. */
final class PairTls {

    private static final String[] VERSIONS = {"TLSv1.3"};
    private static final char[] NO_PASSWORD = {};

    private final SSLContext context;
    private final Optional<X509Certificate> own;

    private PairTls(SSLContext context, Optional<X509Certificate> own) {
        this.context = context;
        this.own = own;
    }

    static PairTls ofServer(FreshCertificate fresh) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("pair", fresh.key(), NO_PASSWORD, new Certificate[] {fresh.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[0], null);
        return new PairTls(context, Optional.of(fresh.certificate()));
    }

    static PairTls ofClient() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return new PairTls(context, Optional.empty());
    }

    /** TLS above a connection; the handshake is still to come. */
    SSLSocket above(Socket below) throws IOException {
        SSLSocket socket = (SSLSocket) (own.isPresent()
                ? context.getSocketFactory().createSocket(below, null, true)
                : context.getSocketFactory()
                        .createSocket(below, below.getInetAddress().getHostAddress(), below.getPort(), true));
        socket.setUseClientMode(own.isEmpty());
        socket.setEnabledProtocols(VERSIONS);
        return socket;
    }

    /** The fingerprint of the certificate that the server of a connection showed, as either side sees it. */
    byte[] fingerprint(SSLSocket connected) throws IOException, GeneralSecurityException {
        Certificate shown = own.isPresent() ? own.get() : connected.getSession().getPeerCertificates()[0];
        return MessageDigest.getInstance("SHA-256").digest(shown.getEncoded());
    }

    /** Trusts whoever it is: that it is the right one, {@link Proofs} show, which cover the certificate. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // see above
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // see above
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // see above
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new IllegalStateException("a client shows no certificate");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new IllegalStateException("a client shows no certificate");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("a client shows no certificate");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

package io.trunkline.rmi.keys;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A file with keys as any program reads it that knows the format. */
record KeyFile(KeyStore store, String password) {

    static KeyFile read(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return new KeyFile(store, password);
    }

    X509Certificate own() throws Exception {
        return (X509Certificate) store.getCertificate("identity");
    }

    X509Certificate authority() throws Exception {
        return (X509Certificate) store.getCertificate("authority");
    }

    byte[] token() throws Exception {
        return store.getKey("token", password.toCharArray()).getEncoded();
    }

    /** Throws unless the own certificate is good, at a time, for those who trust only the authority of another file. */
    void validate(KeyFile trusting, Date time) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(trusting.authority(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(time);
        CertPathValidator.getInstance("PKIX").validate(
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(own())), parameters);
    }

    SSLContext context() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    List<X509Certificate> chain() throws Exception {
        return Arrays.stream(store.getCertificateChain("identity")).map(X509Certificate.class::cast).toList();
    }
}

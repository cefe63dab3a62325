package io.trunkline.rmi.wire;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the certificates of one authority, as the platform judges them; what it refuses it gives the reason for. */
final class TlsTrust extends X509ExtendedTrustManager {

    static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
    static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";
    private static final String FOR_ALL = "2.5.29.37.0";

    /** A certificate was refused. */
    static final class Refused extends CertificateException {

        private static final long serialVersionUID = 1;

        private final TlsFault fault;

        private Refused(TlsFault fault, X509Certificate certificate, CertificateException cause) {
            super(fault.text() + ": " + CertificateNames.subjectOf(certificate)
                    + (fault == TlsFault.WRONG_NAME ? ", for " + CertificateNames.hostsOf(certificate) : ""), cause);
            this.fault = fault;
        }

        TlsFault fault() {
            return fault;
        }
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private final X509ExtendedTrustManager platform;

    TlsTrust(X509Certificate authority) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(storeOf(authority));
        TrustManager made = factory.getTrustManagers()[0];
        platform = (X509ExtendedTrustManager) made;
    }

    private static KeyStore storeOf(X509Certificate authority) throws GeneralSecurityException {
        KeyStore store = IdentityFiles.emptyStore();
        store.setCertificateEntry("authority", authority);
        return store;
    }

    /** Whether a certificate says that it is for a purpose, or says nothing of that. */
    static boolean isFor(X509Certificate certificate, String purpose) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(purpose) || purposes.contains(FOR_ALL);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** Whether it is in force now. */
    static boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static void check(X509Certificate[] chain, String purpose, Check check, Check withoutName)
            throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            throw new Refused(faultOf(chain[0], purpose, withoutName), chain[0], e);
        }
    }

    private static TlsFault faultOf(X509Certificate certificate, String purpose, Check withoutName) {
        if (!isValid(certificate)) return TlsFault.EXPIRED;
        if (!isFor(certificate, purpose)) return TlsFault.WRONG_USAGE;
        try {
            withoutName.run();
            return TlsFault.WRONG_NAME;
        } catch (CertificateException e) {
            return TlsFault.UNKNOWN_AUTHORITY;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, FOR_CLIENTS, () -> platform.checkClientTrusted(chain, type, engine),
                () -> platform.checkClientTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, FOR_SERVERS, () -> platform.checkServerTrusted(chain, type, engine),
                () -> platform.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only engines are served");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only engines are served");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only engines are served");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only engines are served");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}

package io.trunkline.rmi.wire;

import io.trunkline.engine.PlainText;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The names in certificates, in a form that can be shown and logged. */
final class CertificateNames {

    private static final int MAX_NAME = 64;
    private static final int MAX_SHOWN = 200;

    private CertificateNames() {}

    /**
     * Whose certificate it is: the common name of its subject, if there is exactly one of 1 to 64 characters, none of
     * which steers a terminal.
     */
    static Optional<String> nameOf(X509Certificate certificate) {
        try {
            List<Object> names = new ArrayList<>();
            LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
            for (Rdn part : subject.getRdns()) addCommonNames(part, names);
            return names.size() == 1 && names.get(0) instanceof String name && !name.isBlank()
                    && name.length() <= MAX_NAME && PlainText.of(name).equals(name) ? Optional.of(name)
                    : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }

    private static void addCommonNames(Rdn part, List<Object> names) throws NamingException {
        Attribute attribute = part.toAttributes().get("CN"); // in whatever case
        if (attribute == null) return;
        for (NamingEnumeration<?> values = attribute.getAll(); values.hasMore(); ) names.add(values.next());
    }

    /** The SHA-256 of a certificate, in small hexadecimal digits. */
    static String fingerprintOf(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read, and SHA-256, are at hand", e);
        }
    }

    /** The subject for a person to read. */
    static String subjectOf(X509Certificate certificate) {
        String subject = PlainText.of(certificate.getSubjectX500Principal().getName());
        return subject.length() <= MAX_SHOWN ? subject : subject.substring(0, MAX_SHOWN) + "...";
    }

    /** The hosts that it is for; none if they cannot be read. */
    static List<String> hosts(X509Certificate certificate) {
        List<String> hosts = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) names.forEach(name -> hosts.add(PlainText.of(String.valueOf(name.get(1)))));
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return hosts;
    }

    /** The hosts that it is for, for a person to read. */
    static String hostsOf(X509Certificate certificate) {
        List<String> hosts = hosts(certificate);
        String shown = hosts.isEmpty() ? "no host" : String.join(", ", hosts);
        return shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "...";
    }
}

package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The hosts that a server's certificate is for. */
final class Hosts {

    private static final int MAX = 64;
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1");

    private Hosts() {}

    /** The hosts of a setting, separated by commas. */
    static List<Host> parse(String key, String text) {
        List<Host> hosts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            try {
                hosts.add(Host.parse(part.strip()));
            } catch (IllegalArgumentException e) {
                throw new SettingException(key, e.getMessage());
            }
        }
        if (hosts.size() > MAX) throw new SettingException(key, hosts.size() + " hosts are more than " + MAX);
        return hosts;
    }

    /** Those given, and those under which a server is known on its own machine; each once. */
    static List<Host> withLocal(Collection<Host> given) {
        Set<Host> hosts = new LinkedHashSet<>(given);
        LOCAL.forEach(text -> hosts.add(Host.parse(text)));
        try {
            hosts.add(Host.parse(InetAddress.getLocalHost().getHostName()));
        } catch (UnknownHostException | IllegalArgumentException e) {
            // a machine without a name, or with one that no client can dial, is known by its addresses alone
        }
        return List.copyOf(hosts);
    }

    /** Those that a certificate names. */
    static List<Host> of(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null) return List.of();
        return names.stream().map(name -> Host.parse(name.get(1).toString())).toList();
    }

    static String text(List<Host> hosts) {
        return String.join(", ", hosts.stream().map(Host::text).toList());
    }
}

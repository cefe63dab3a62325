package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the authority and the server's identity, and renews the latter. */
final class InitVerb {

    private static final String HOST = "host";
    private static final String SERVER_NAME = "trunkline-server";
    private static final int SERVER_DAYS = 825;
    private static final SettingDescriptor SERVER_PASSWORD =
            Passwords.option(Passwords.IDENTITY, "of the server's file");
    private static final SettingDescriptor AUTHORITY_PASSWORD =
            Passwords.option(Passwords.AUTHORITY, "of the authority's file");

    private final Workshop workshop;

    InitVerb(Workshop workshop) {
        this.workshop = workshop;
    }

    Verb init() {
        return new Verb("init", "Make an authority, valid for 10 years, and the server's identity, for 825 days.",
                List.of(host("names and addresses under which clients dial the server, separated by commas, beside "
                        + "those that mean this machine"), SERVER_PASSWORD, AUTHORITY_PASSWORD), this::init);
    }

    Verb renew() {
        return new Verb("renew", "Make a new identity for the server, for the same hosts and valid for 825 days.",
                List.of(host("further names and addresses of the server, separated by commas"), SERVER_PASSWORD,
                        AUTHORITY_PASSWORD), this::renew);
    }

    private static SettingDescriptor host(String help) {
        return SettingDescriptor.of(HOST, SettingType.TEXT, "localhost", help);
    }

    private List<String> init(Settings settings, Path home, Consumer<String> user) throws Exception {
        List<Host> hosts = Hosts.withLocal(Hosts.parse(HOST, settings.text(HOST)));
        char[] password = Passwords.read(settings, Passwords.IDENTITY);
        char[] authorityPassword = Passwords.read(settings, Passwords.AUTHORITY);
        KeyFolder folder = new KeyFolder(home, workshop.files());
        return folder.locked(() -> {
            if (Files.exists(folder.server())) {
                throw new IOException(folder.server() + " exists; for a new certificate: trunkline keys renew, with"
                        + " --host for further names; to begin anew, move the folder " + folder + " away, but then"
                        + " every client needs a new identity");
            }
            List<String> lines = new ArrayList<>();
            Authority authority = authority(folder, authorityPassword, lines);
            lines.add(makeServer(folder, authority, hosts, password));
            lines.add("next, for each client: trunkline keys issue NAME --role trader");
            return lines;
        });
    }

    /** Makes the authority, or takes the one of an earlier run that did not come further. */
    private Authority authority(KeyFolder folder, char[] password, List<String> lines)
            throws IOException, GeneralSecurityException {
        Instant now = workshop.now();
        if (Files.exists(folder.authority())) {
            lines.add("kept " + folder.authority() + ", which was there");
            return folder.readAuthority(password, now);
        }
        Authority authority = Authority.create(now, workshop.random());
        folder.write(folder.authority(), IdentityFile.encode(authority, password));
        lines.add("made " + folder.authority() + ", which signs certificates until " + Dates.day(authority.until())
                + "; nobody else may have it, and without it no client can be added: keep a copy");
        return authority;
    }

    private List<String> renew(Settings settings, Path home, Consumer<String> user) throws Exception {
        List<Host> further = Hosts.parse(HOST, settings.text(HOST));
        char[] password = Passwords.read(settings, Passwords.IDENTITY);
        char[] authorityPassword = Passwords.read(settings, Passwords.AUTHORITY);
        KeyFolder folder = new KeyFolder(home, workshop.files());
        if (!Files.exists(folder.server())) {
            throw new IOException("there is no " + folder.server() + "; make it with: trunkline keys init");
        }
        return folder.locked(() -> {
            Set<Host> hosts = new LinkedHashSet<>(Hosts.of(
                    IdentityFile.readCertificate(folder.server(), password, Passwords.IDENTITY)));
            hosts.addAll(further);
            Authority authority = folder.readAuthority(authorityPassword, workshop.now());
            return List.of(makeServer(folder, authority, Hosts.withLocal(hosts), password),
                    "a server that runs uses it when it is started again");
        });
    }

    private String makeServer(KeyFolder folder, Authority authority, List<Host> hosts, char[] password)
            throws IOException, GeneralSecurityException {
        Identity server = authority.issue(SERVER_NAME, CertificateUse.SERVER, hosts, SERVER_DAYS, Optional.empty(),
                workshop.now(), workshop.random());
        folder.write(folder.server(), IdentityFile.encode(server, password));
        return "made " + folder.server() + ", the server's identity for " + Hosts.text(hosts) + ", valid until "
                + Dates.day(server.certificate().getNotAfter().toInstant());
    }
}

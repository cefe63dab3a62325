package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import io.trunkline.rmi.access.ClientsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes what a client logs in with. */
final class IssueVerb {

    private static final String DAYS = "days";
    private static final int MAX_DAYS = 3_650;

    private final Workshop workshop;

    IssueVerb(Workshop workshop) {
        this.workshop = workshop;
    }

    Verb issue() {
        return new Verb("issue", "Make the identity of a client: a certificate and a token in one file.",
                List.of(ClientName.PARAMETER, RoleOption.OPTION,
                        SettingDescriptor.of(DAYS, SettingType.INTEGER, "825", "how long it is valid, 1 to 3650"),
                        Passwords.option(Passwords.IDENTITY, "of the new file"),
                        Passwords.option(Passwords.AUTHORITY, "of the authority's file")), this::issue);
    }

    Verb token() {
        return new Verb("token", "Make a token alone, for a client of a server on its own machine.",
                List.of(ClientName.PARAMETER, RoleOption.OPTION), this::token);
    }

    private List<String> issue(Settings settings, Path home, Consumer<String> user) throws Exception {
        String name = ClientName.of(settings);
        int days = settings.integer(DAYS, 1, MAX_DAYS);
        char[] password = Passwords.read(settings, Passwords.IDENTITY);
        char[] authorityPassword = Passwords.read(settings, Passwords.AUTHORITY);
        KeyFolder folder = new KeyFolder(home, workshop.files());
        Instant now = workshop.now();
        Authority authority = folder.readAuthority(authorityPassword, now);
        return folder.locked(() -> {
            Clients clients = Clients.read(folder);
            clients.checkFree(name, now);
            String role = RoleOption.of(settings, clients, name);
            Token token = Token.random(workshop.random());
            Identity identity = authority.issue(name, CertificateUse.CLIENT, List.of(), days, Optional.of(token), now,
                    workshop.random());
            byte[] content = IdentityFile.encode(identity, password);
            Instant until = identity.certificate().getNotAfter().toInstant();
            // The file comes last: what can be used can be revoked.
            folder.write(clients.register().with(new Register.Entry(name,
                    Optional.of(Certificates.fingerprint(identity.certificate())), now, Optional.of(until))));
            folder.write(withToken(clients, name, role, token));
            folder.write(folder.issued(name), content);
            return List.of("made " + folder.issued(name) + ", the identity of " + name + ", " + role
                    + ", valid until " + Dates.day(until),
                    "next: trunkline pair offer " + name + ", which moves it to the client's machine; or carry it "
                            + "there, where it is keys/identity.p12 in the home of trunkline");
        });
    }

    private List<String> token(Settings settings, Path home, Consumer<String> user) throws Exception {
        String name = ClientName.of(settings);
        KeyFolder folder = new KeyFolder(home, workshop.files());
        return folder.locked(() -> {
            Instant now = workshop.now();
            Clients clients = Clients.read(folder);
            clients.checkFree(name, now);
            String role = RoleOption.of(settings, clients, name);
            Token token = Token.random(workshop.random());
            folder.write(clients.register().with(
                    new Register.Entry(name, Optional.empty(), now, Optional.empty())));
            folder.write(withToken(clients, name, role, token));
            return List.of(token.text(), "this is the token of " + name + ", " + role
                    + "; it is not shown again, the server keeps only a hash of it");
        });
    }

    private ClientsFile withToken(Clients clients, String name, String role, Token token) throws Exception {
        return clients.file().with(name, ClientsFile.ROLE, role)
                .with(name, ClientsFile.TOKEN, token.hash(workshop.random()).toString());
    }
}

package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Suggestion;
import io.trunkline.engine.plugin.Verb;
import io.trunkline.rmi.access.ClientsFile;
import io.trunkline.rmi.access.RevokedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Takes away what a client logs in with. */
final class RevokeVerb {

    private final Workshop workshop;

    RevokeVerb(Workshop workshop) {
        this.workshop = workshop;
    }

    Verb revoke() {
        return new Verb("revoke", "Take away a client's certificates and its token.",
                List.of(ClientName.PARAMETER), this::revoke);
    }

    private List<String> revoke(Settings settings, Path home, Consumer<String> user) throws Exception {
        String name = ClientName.of(settings);
        KeyFolder folder = new KeyFolder(home, workshop.files());
        checkKnown(name, Clients.read(folder).names());
        return folder.locked(() -> List.of(revoke(name, folder)));
    }

    private static void checkKnown(String name, Set<String> known) {
        if (known.contains(name)) return;
        String hint = Suggestion.nearest(name, known).map(near -> "did you mean " + near + "?")
                .orElse(known.isEmpty() ? "there are none" : "'trunkline keys list' shows those that there are");
        throw new SettingException(ClientName.PARAMETER.key(), "there is no client '" + name + "'; " + hint);
    }

    private String revoke(String name, KeyFolder folder) throws IOException {
        Clients clients = Clients.read(folder);
        LocalDate today = Dates.day(workshop.now());
        RevokedFile revoked = clients.revoked();
        for (Register.Entry entry : clients.register().of(name)) {
            if (!entry.isCertificate() || clients.isRevoked(entry)) continue;
            revoked = revoked.with(name, entry.fingerprint().get(), today);
        }
        int certificates = revoked.fingerprints().size() - clients.revoked().fingerprints().size();
        boolean hadToken = clients.hasToken(name);
        // The certificate first, whose revocation cannot be left half done without harm.
        if (certificates > 0) folder.write(revoked);
        if (hadToken) folder.write(clients.file().without(name, ClientsFile.TOKEN));
        Files.deleteIfExists(folder.issued(name));
        if (certificates == 0 && !hadToken) return name + " had nothing to revoke any more";
        String what = certificates > 1 ? certificates + " certificates" : certificates == 1 ? "its certificate" : "";
        String token = hadToken ? "its token" : "";
        return "revoked " + name + ": " + what + (what.isEmpty() || token.isEmpty() ? "" : " and ") + token
                + "; a server that runs ends what is open within seconds";
    }
}

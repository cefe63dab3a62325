package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows what the clients log in with. */
final class ListVerb {

    private static final List<String> HEADINGS = List.of("name", "role", "issued", "expires", "state", "fingerprint");
    private static final String NONE = "-";
    private static final String TOKEN = "token";
    private static final int FINGERPRINT_LENGTH = 16;

    private final Workshop workshop;

    ListVerb(Workshop workshop) {
        this.workshop = workshop;
    }

    Verb list() {
        return new Verb("list", "Show the clients, what they may do and what they log in with.", List.of(),
                this::list);
    }

    private List<String> list(Settings settings, Path home, Consumer<String> user) throws Exception {
        Clients clients = Clients.read(new KeyFolder(home, workshop.files()));
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        for (String name : clients.names()) {
            List<Register.Entry> entries = clients.register().of(name);
            if (entries.isEmpty()) rows.add(byHand(name, clients));
            entries.forEach(entry -> rows.add(row(entry, clients, workshop.now())));
        }
        return aligned(rows);
    }

    private static List<String> byHand(String name, Clients clients) {
        boolean hasToken = clients.hasToken(name);
        return List.of(name, clients.role(name).orElse(NONE), NONE, NONE, hasToken ? "valid" : NONE,
                hasToken ? TOKEN : NONE);
    }

    private static List<String> row(Register.Entry entry, Clients clients, Instant now) {
        String state = clients.isRevoked(entry) ? "revoked" : entry.isExpired(now) ? "expired" : "valid";
        return List.of(entry.name(), clients.role(entry.name()).orElse(NONE), Dates.day(entry.issued()).toString(),
                entry.expires().map(time -> Dates.day(time).toString()).orElse(NONE), state,
                entry.fingerprint().map(ListVerb::shorten).orElse(TOKEN));
    }

    private static String shorten(String fingerprint) {
        return fingerprint.substring(0, Math.min(FINGERPRINT_LENGTH, fingerprint.length()));
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], row.get(i).length());
        });
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
            }
            return line.toString().stripTrailing();
        }).toList();
    }
}

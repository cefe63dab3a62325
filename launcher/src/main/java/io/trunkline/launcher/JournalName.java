package io.trunkline.launcher;

import io.trunkline.engine.JournalOptions;
import io.trunkline.engine.JournalSync;
import java.util.Locale;
import java.util.Optional;

/** Under which name a server keeps its order journal, so that the one that is started after it finds it. */
final class JournalName {

    private static final String USUAL_PORT = "2014"; // what the service listens on unless it is told

    private JournalName() {}

    /**
     * The journal's options; empty if there is to be none. A name that was not given is made of where the server
     * listens; one that listens on whatever port is free is not found again, so it keeps no journal unless it is named.
     *
     * @param given a name, {@code none}, or null
     * @param sync what {@code --journal-sync} says
     * @param bind where the service is told to listen, or null
     * @param port on which port it is told to listen, or null
     */
    static Optional<JournalOptions> of(String given, JournalSync sync, String bind, String port) {
        if (given == null && "0".equals(port)) return Optional.empty();
        if (given != null && given.toLowerCase(Locale.ROOT).equals("none")) return Optional.empty();
        String name = given != null ? given : usual(bind, port);
        try {
            return Optional.of(new JournalOptions(name, sync));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--journal: " + e.getMessage());
        }
    }

    private static String usual(String bind, String port) {
        String number = port == null ? USUAL_PORT : port;
        String where = bind == null ? number : bind.startsWith("unix:") ? bind : bind + "-" + number;
        String plain = "server-" + where.replaceAll("[^A-Za-z0-9._-]+", "-");
        return plain.length() <= 64 ? plain : "server-" + Integer.toHexString(where.hashCode());
    }
}

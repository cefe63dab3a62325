package io.trunkline.rmi.access;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file of clients: UTF-8 lines {@code NAME.key=value}, and comments after {@code #}. A name may have dots, a key
 * has none. Read as a whole; a line that cannot be used makes all of it unusable, so that no client has more rights
 * than were meant. Immutable.
 */
public final class ClientsFile {

    /** The key of what a client is for, a {@link Role}. */
    public static final String ROLE = "role";

    /** The key of the hash of a client's token. */
    public static final String TOKEN = "token";

    private static final String HEADER = "# The clients of this server: NAME.role, NAME.token and other keys."
            + " 'trunkline keys' adds and removes them.";

    /** A line as it stands, and what it says; the name is empty in comments and blank lines. */
    private record Line(String text, String name, String key, String value) {

        private static Line of(String text) {
            String line = text.strip();
            if (line.isEmpty() || line.startsWith("#")) return new Line(text, "", "", "");
            int equals = line.indexOf('=');
            String left = equals < 0 ? line : line.substring(0, equals).strip();
            int dot = left.lastIndexOf('.');
            if (equals < 0 || dot <= 0) throw new IllegalArgumentException("NAME.key=value is expected");
            return new Line(text, left.substring(0, dot), left.substring(dot + 1), line.substring(equals + 1).strip());
        }

        private boolean isOf(String otherName, String otherKey) {
            return name.equals(otherName) && key.equals(otherKey);
        }
    }

    private final Path file;
    private final List<Line> lines;
    private final Map<String, Client> clients;

    private ClientsFile(Path file, List<Line> lines, Map<String, Client> clients) {
        this.file = file;
        this.lines = List.copyOf(lines);
        this.clients = clients;
    }

    /**
     * Reads the clients, by name.
     *
     * @throws IOException if the file cannot be read or a line cannot be used; the message names file and line
     */
    static Map<String, Client> read(Path file) throws IOException {
        try {
            return parse(file, Files.readAllLines(file)).clients;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file of clients " + file + "; trunkline keys issue NAME makes it", e);
        } catch (CharacterCodingException e) {
            throw notUtf8(file, e);
        }
    }

    /**
     * Reads a file to change it; one that is not there is one without clients.
     *
     * @throws IOException if the file cannot be read or a line cannot be used; the message names file and line
     */
    public static ClientsFile readOrBegin(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return parse(file, lines.isEmpty() ? List.of(HEADER) : lines);
        } catch (NoSuchFileException e) {
            return parse(file, List.of(HEADER));
        } catch (CharacterCodingException e) {
            throw notUtf8(file, e);
        }
    }

    private static IOException notUtf8(Path file, CharacterCodingException e) {
        return new IOException(file + " is not UTF-8; save it as UTF-8", e);
    }

    private static ClientsFile parse(Path file, List<String> texts) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<String, ClientLines> found = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                Line line = Line.of(texts.get(i));
                lines.add(line);
                if (line.name.isEmpty()) continue;
                found.computeIfAbsent(line.name, ClientLines::new).put(line.key, line.value);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        Map<String, Client> clients = new LinkedHashMap<>();
        found.forEach((name, values) -> clients.put(name, values.client()));
        return new ClientsFile(file, lines, clients);
    }

    /** The clients that have a line, in the file's order. */
    public Set<String> names() {
        return clients.keySet();
    }

    /** What a client is for; empty if it has no line. */
    public Optional<Role> role(String name) {
        return Optional.ofNullable(clients.get(name)).map(client -> client.rights().role());
    }

    /** What is kept of a client's token; empty if it has none. */
    public Optional<TokenHash> token(String name) {
        return Optional.ofNullable(clients.get(name)).flatMap(Client::token);
    }

    /**
     * The same with a value, where the key stood or behind what else there is of the client. Other lines stay as they
     * are.
     *
     * @throws IOException if a line such as that cannot be used
     */
    public ClientsFile with(String name, String key, String value) throws IOException {
        int place = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).name.equals(name)) place = i + 1;
        }
        List<String> changed = new ArrayList<>(lines.stream().map(Line::text).toList());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isOf(name, key)) continue;
            place = i;
            changed.remove(i);
        }
        changed.add(place, name + "." + key + "=" + value);
        return parse(file, changed);
    }

    /** The same without a key of a client. */
    public ClientsFile without(String name, String key) throws IOException {
        return parse(file, lines.stream().filter(line -> !line.isOf(name, key)).map(Line::text).toList());
    }

    /** As it is to be written. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text).append('\n'));
        return text.toString();
    }
}

package io.trunkline.rmi.access;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of clients: UTF-8 lines {@code NAME.key=value}, and comments after {@code #}. Read as a whole; a line that
 * cannot be used makes all of it unusable, so that no client has more rights than were meant.
 */
final class ClientsFile {

    private ClientsFile() {}

    /**
     * Reads the clients, by name.
     *
     * @throws IOException if the file cannot be read or a line cannot be used; the message names file and line
     */
    static Map<String, Client> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file of clients " + file + "; trunkline keys issue NAME makes it", e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
        Map<String, ClientLines> clients = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                take(lines.get(i).strip(), clients);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        Map<String, Client> known = new LinkedHashMap<>();
        clients.forEach((name, values) -> known.put(name, values.client()));
        return known;
    }

    private static void take(String line, Map<String, ClientLines> clients) {
        if (line.isEmpty() || line.startsWith("#")) return;
        int equals = line.indexOf('=');
        String left = equals < 0 ? line : line.substring(0, equals).strip();
        int dot = left.lastIndexOf('.');
        if (equals < 0 || dot <= 0) throw new IllegalArgumentException("NAME.key=value is expected");
        clients.computeIfAbsent(left.substring(0, dot), ClientLines::new)
                .put(left.substring(dot + 1), line.substring(equals + 1).strip());
    }
}

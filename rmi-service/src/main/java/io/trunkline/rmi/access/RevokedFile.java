package io.trunkline.rmi.access;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file of revoked certificates: UTF-8 lines {@code NAME SHA256-FINGERPRINT DATE}, of which the fingerprint counts,
 * and comments after {@code #}. Read as a whole; a line that cannot be used makes all of it unusable, so that nobody
 * gets in over a slip. Immutable.
 *
 * @param lines the file as it stands
 * @param fingerprints of the certificates, in small hexadecimal digits
 */
public record RevokedFile(List<String> lines, Set<String> fingerprints) {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final String HEADER = "# Certificates that the server turns away: NAME SHA-256-FINGERPRINT DATE";

    /** Copies both. */
    public RevokedFile {
        lines = List.copyOf(lines);
        fingerprints = Set.copyOf(fingerprints);
    }

    /**
     * Reads a file; one that is not there revokes nothing.
     *
     * @throws IOException if the file cannot be read or a line cannot be used; the message names file and line
     */
    public static RevokedFile read(Path file) throws IOException {
        try {
            return parse(file, Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return new RevokedFile(List.of(), Set.of());
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8; save it as UTF-8", e);
        }
    }

    private static RevokedFile parse(Path file, List<String> lines) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] words = line.split("\\s+");
            String fingerprint = words.length < 2 ? "" : words[1].toLowerCase(Locale.ROOT).replace(":", "");
            if (!FINGERPRINT.matcher(fingerprint).matches()) {
                throw new IOException(file + ", line " + (i + 1) + ": NAME FINGERPRINT DATE is expected, and a"
                        + " fingerprint has 64 hexadecimal digits; repair the line or put # before it");
            }
            fingerprints.add(fingerprint);
        }
        return new RevokedFile(lines, fingerprints);
    }

    /** The same with one more certificate, that of a client, revoked on a day. */
    public RevokedFile with(String name, String fingerprint, LocalDate date) {
        List<String> more = new ArrayList<>(lines.isEmpty() ? List.of(HEADER) : lines);
        more.add(name + " " + fingerprint + " " + date);
        Set<String> all = new HashSet<>(fingerprints);
        all.add(fingerprint);
        return new RevokedFile(more, all);
    }

    /** As it is to be written. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}

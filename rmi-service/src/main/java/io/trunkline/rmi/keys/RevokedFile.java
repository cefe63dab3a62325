package io.trunkline.rmi.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates that a server turns away: lines {@code NAME FINGERPRINT DATE}, of which the fingerprint counts.
 * Immutable.
 *
 * @param text the file as it stands
 * @param fingerprints of the certificates
 */
record RevokedFile(String text, Set<String> fingerprints) {

    private static final Pattern LINE = Pattern.compile("\\S+\\s+([0-9a-f]{64})(\\s.*)?");
    private static final String HEADER = "# Certificates that the server turns away: NAME SHA-256-FINGERPRINT DATE\n";

    RevokedFile {
        fingerprints = Set.copyOf(fingerprints);
    }

    static RevokedFile parse(Path file, String text) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IOException(file + ": the line '" + line
                        + "' is not NAME FINGERPRINT DATE; repair it or put # before it");
            }
            fingerprints.add(matcher.group(1));
        }
        return new RevokedFile(text, fingerprints);
    }

    RevokedFile with(String name, String fingerprint, LocalDate date) {
        String before = text.isEmpty() ? HEADER : text.endsWith("\n") ? text : text + "\n";
        Set<String> more = new HashSet<>(fingerprints);
        more.add(fingerprint);
        return new RevokedFile(before + name + " " + fingerprint + " " + date + "\n", more);
    }
}

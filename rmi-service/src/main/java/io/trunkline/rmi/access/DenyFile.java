package io.trunkline.rmi.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The file of revoked certificates: UTF-8 lines {@code NAME SHA256-FINGERPRINT DATE}, and comments after {@code #}.
 * Read at every log-in, so that a revocation holds at once, and looked at while clients are in.
 */
final class DenyFile {

    private DenyFile() {}

    /**
     * The fingerprints of the revoked certificates, in small hexadecimal digits; none if there is no such file.
     *
     * @throws IOException if there is one that cannot be read
     */
    static Set<String> read(Path file) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+");
                if (words[0].isEmpty() || words[0].startsWith("#")) continue;
                if (words.length < 2) throw new IOException(file + ": 'NAME FINGERPRINT DATE' is expected: " + line);
                fingerprints.add(words[1].toLowerCase(Locale.ROOT).replace(":", ""));
            }
        } catch (NoSuchFileException e) {
            return Set.of();
        }
        return fingerprints;
    }
}

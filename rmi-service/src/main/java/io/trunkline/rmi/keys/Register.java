package io.trunkline.rmi.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that was ever issued to clients, in order: lines {@code NAME FINGERPRINT ISSUED EXPIRES}, with dashes for what a
 * token alone does not have. Immutable.
 *
 * @param entries the lines
 */
record Register(List<Entry> entries) {

    private static final String NONE = "-";

    /**
     * What was issued.
     *
     * @param name to which client
     * @param fingerprint of the certificate; empty if it was a token alone
     * @param issued when
     * @param expires the certificate's last second; empty if it was a token alone
     */
    record Entry(String name, Optional<String> fingerprint, Instant issued, Optional<Instant> expires) {

        private static Entry parse(String line) {
            String[] words = line.split(" ");
            if (words.length != 4) throw new IllegalArgumentException(line);
            return new Entry(words[0], Optional.of(words[1]).filter(word -> !word.equals(NONE)),
                    Instant.parse(words[2]),
                    Optional.of(words[3]).filter(word -> !word.equals(NONE)).map(Instant::parse));
        }

        private String text() {
            return name + " " + fingerprint.orElse(NONE) + " " + issued + " "
                    + expires.map(Instant::toString).orElse(NONE);
        }

        boolean isCertificate() {
            return fingerprint.isPresent();
        }

        boolean isExpired(Instant now) {
            return expires.isPresent() && expires.get().isBefore(now);
        }
    }

    Register {
        entries = List.copyOf(entries);
    }

    static Register parse(Path file, String text) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
            try {
                entries.add(Entry.parse(line));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IOException(file + ": the line '" + line
                        + "' is not NAME FINGERPRINT ISSUED EXPIRES; repair it or put # before it", e);
            }
        }
        return new Register(entries);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.name));
        return names;
    }

    List<Entry> of(String name) {
        return entries.stream().filter(entry -> entry.name.equals(name)).toList();
    }

    Register with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Register(more);
    }

    String text() {
        StringBuilder text = new StringBuilder("# What 'trunkline keys' issued: NAME FINGERPRINT ISSUED EXPIRES\n");
        entries.forEach(entry -> text.append(entry.text()).append('\n'));
        return text.toString();
    }
}

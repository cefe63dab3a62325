package io.trunkline.rmi.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a server knows of its clients: the properties {@code NAME.role}, {@code NAME.token} and others, which are not
 * for this package. A name may have dots, what follows it has none. Lines that are not changed stay as they are,
 * comments too. Immutable.
 */
final class ClientsFile {

    static final String ROLE = ".role";
    static final String TOKEN = ".token";

    private static final String HEADER = "# The clients of this server: NAME.role, NAME.token and other keys."
            + " 'trunkline keys' adds and removes them.";

    /** A line as it stands, with those that continue it, and its key; null for comments and blank lines. */
    private record Line(String text, String key, String value) {

        static Line of(String text) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the line '" + text + "' has a bad escape, \\u takes four digits");
            }
            return properties.stringPropertyNames().stream().findFirst()
                    .map(key -> new Line(text, key, properties.getProperty(key)))
                    .orElseGet(() -> new Line(text, null, null));
        }
    }

    private final List<Line> lines;

    private ClientsFile(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Throws IllegalArgumentException if a line cannot be read. */
    static ClientsFile parse(String text) {
        if (text.isEmpty()) return new ClientsFile(List.of(Line.of(HEADER)));
        List<Line> lines = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        for (String natural : text.replaceFirst("\n$", "").split("\n", -1)) {
            boolean isFirst = whole.isEmpty();
            if (!isFirst) whole.append('\n');
            whole.append(natural);
            boolean isComment = isFirst && natural.strip().matches("[#!].*");
            if (!isComment && isContinued(natural)) continue;
            lines.add(Line.of(whole.toString()));
            whole.setLength(0);
        }
        if (!whole.isEmpty()) lines.add(Line.of(whole.toString()));
        return new ClientsFile(lines);
    }

    private static boolean isContinued(String line) {
        int end = line.endsWith("\r") ? line.length() - 1 : line.length();
        int first = end;
        while (first > 0 && line.charAt(first - 1) == '\\') first--;
        return (end - first) % 2 == 1;
    }

    /** The value of a key; if it stands there several times, the last. */
    Optional<String> get(String key) {
        return lines.stream().filter(line -> key.equals(line.key)).reduce((first, last) -> last).map(Line::value);
    }

    /** The names that have a property, such as {@link #TOKEN}. */
    Set<String> namesWith(String property) {
        Set<String> names = new TreeSet<>();
        for (Line line : lines) {
            if (line.key == null || !line.key.endsWith(property)) continue;
            names.add(line.key.substring(0, line.key.length() - property.length()));
        }
        return names;
    }

    /** The same with a value, where the key stood or behind what else there is of the client. */
    ClientsFile with(String name, String property, String value) {
        String key = name + property;
        int place = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            String other = lines.get(i).key;
            if (key.equals(other)) {
                place = i;
                break;
            }
            if (other != null && other.substring(0, Math.max(0, other.lastIndexOf('.'))).equals(name)) place = i + 1;
        }
        List<Line> changed = new ArrayList<>(lines.subList(0, place));
        changed.add(Line.of(key + "=" + value));
        lines.subList(place, lines.size()).stream().filter(line -> !key.equals(line.key)).forEach(changed::add);
        return new ClientsFile(changed);
    }

    /** The same without a property. */
    ClientsFile without(String name, String property) {
        return new ClientsFile(lines.stream().filter(line -> !Objects.equals(line.key, name + property)).toList());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text).append('\n'));
        return text.toString();
    }
}

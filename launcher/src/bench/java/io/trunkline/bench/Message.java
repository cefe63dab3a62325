package io.trunkline.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line between the benchmark and one of its JVMs: a word and some {@code key=value}, none of which has a blank.
 *
 * @param word what to do, or what came of it
 * @param values the rest
 */
record Message(String word, Map<String, String> values) {

    Message {
        values = Map.copyOf(values);
    }

    /** A message of a word alone. */
    static Message of(String word) {
        return new Message(word, Map.of());
    }

    static Message parse(String line) {
        String[] parts = line.split(" ");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            values.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new Message(parts[0], values);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) throw new IllegalArgumentException(word + " lacks " + key);
        return value;
    }

    int integer(String key) {
        return Integer.parseInt(text(key));
    }

    long number(String key) {
        return Long.parseLong(text(key));
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(word);
        values.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
        return line.toString();
    }
}

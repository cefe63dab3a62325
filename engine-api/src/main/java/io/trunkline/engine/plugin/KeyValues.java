package io.trunkline.engine.plugin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters of an action as people write them: words {@code key=value}, or one text of them with semicolons. */
public final class KeyValues {

    private static final String SEPARATOR = ";";

    private KeyValues() {}

    /**
     * Reads words, in their order. Space around keys and values does not count; a value may have more equals signs.
     *
     * @throws IllegalArgumentException if a word is not one, or a key comes twice
     */
    public static Map<String, String> parse(Collection<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? "" : word.substring(0, equals).strip();
            if (key.isEmpty()) throw new IllegalArgumentException("'" + word.strip() + "' is not key=value");
            if (values.put(key, word.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(key + " is given twice; write it once");
            }
        }
        return values;
    }

    /**
     * Reads one text of such words with semicolons between them.
     *
     * @throws IllegalArgumentException if a word is not one, or a key comes twice
     */
    public static Map<String, String> parse(String text) {
        return parse(List.of(text.split(SEPARATOR)).stream().filter(word -> !word.isBlank()).toList());
    }

    /**
     * The one text.
     *
     * @throws IllegalArgumentException if a key or value has a semicolon, or a key is blank or has an equals sign
     */
    public static String join(Map<String, String> values) {
        values.forEach((key, value) -> {
            if (key.isBlank() || key.contains("=")) {
                throw new IllegalArgumentException("'" + key + "' is no key of a parameter");
            }
            if (key.contains(SEPARATOR) || value.contains(SEPARATOR)) {
                throw new IllegalArgumentException("'" + key + "=" + value + "' has a semicolon, which ends a value");
            }
        });
        return values.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(SEPARATOR));
    }
}

package io.trunkline.engine.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Texts to propose to a user for a setting that takes others as well, such as the clients that are known.
 *
 * @param key the other setting of the same plug-in or action that decides which are proposed; empty if none does
 * @param texts the proposals by the text of that setting; by an empty text if none decides
 */
public record Proposals(String key, Map<String, List<String>> texts) {

    /** Nothing is proposed. */
    public static final Proposals NONE = new Proposals("", Map.of());

    /** Checks that nothing is null and copies the texts, whose order stays. */
    public Proposals {
        Objects.requireNonNull(key, "key");
        Map<String, List<String>> copy = new LinkedHashMap<>();
        texts.forEach((text, proposed) -> copy.put(text, List.copyOf(proposed)));
        texts = Collections.unmodifiableMap(copy);
    }

    /** Proposals that no other setting decides. */
    public static Proposals of(List<String> texts) {
        return new Proposals("", Map.of("", texts));
    }

    /** What is proposed while the setting that decides has a text; nothing if there is nothing for it. */
    public List<String> at(String text) {
        return texts.getOrDefault(key.isEmpty() ? "" : text, List.of());
    }

    /** Whether there is nothing to propose, whatever the other setting is. */
    public boolean isEmpty() {
        return texts.values().stream().allMatch(List::isEmpty);
    }
}

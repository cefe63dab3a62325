package io.trunkline.launcher.text;

import io.trunkline.engine.plugin.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Says what somebody may have meant who mistyped a word. */
public final class DidYouMean {

    private DidYouMean() {}

    /** {@code "; did you mean port?"} if one of the words is near, else {@code "; there are bind, port"}. */
    public static String hint(String word, Collection<String> known) {
        Optional<String> nearest = Suggestion.nearest(word, known);
        if (nearest.isPresent()) return "; did you mean " + nearest.get() + "?";
        return known.isEmpty() ? "" : "; there are " + String.join(", ", new TreeSet<>(known));
    }
}

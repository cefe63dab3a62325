package io.trunkline.engine.core;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.Suggestion;
import java.util.Collection;
import java.util.Optional;

/** Messages about names that nobody has. */
final class Names {

    private static final int LONGEST = 64;

    private Names() {}

    /** A sentence that says that no thing of a kind has the name, which one may be meant, and which there are. */
    static String unknown(String kind, String name, Collection<String> known) {
        String sentence = "no " + kind + " is called '" + PlainText.brief(name, LONGEST) + "'";
        if (known.isEmpty()) return sentence + "; there is none";
        Optional<String> meant = Suggestion.nearest(name, known);
        return sentence + (meant.isPresent() ? "; did you mean " + meant.get() + "? There is " : "; there is ")
                + String.join(", ", known);
    }
}

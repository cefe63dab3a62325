package io.trunkline.engine.core;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Messages about names that nobody has. */
final class Names {

    private static final int CLOSE = 2;
    private static final int LONGEST = 64;

    private Names() {}

    /** A sentence that says that no thing of a kind has the name, which one may be meant, and which there are. */
    static String unknown(String kind, String name, Collection<String> known) {
        String sentence = "no " + kind + " is called '" + PlainText.brief(name, LONGEST) + "'";
        if (known.isEmpty()) return sentence + "; there is none";
        Optional<String> meant = closest(name, known);
        return sentence + (meant.isPresent() ? "; did you mean " + meant.get() + "? There is " : "; there is ")
                + String.join(", ", known);
    }

    /** The known name that differs by at most two letters added, left out or replaced; case does not matter. */
    static Optional<String> closest(String name, Collection<String> known) {
        if (name.length() > LONGEST) return Optional.empty();
        String best = null;
        int least = CLOSE + 1;
        for (String candidate : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least && distance < candidate.length()) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

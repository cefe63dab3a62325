package io.trunkline.engine.plugin;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word was probably meant to be. */
public final class Suggestion {

    private static final int MAX_EDITS = 2;

    private Suggestion() {}

    /**
     * The known word that the fewest changes of a letter (one added, left out or replaced) lead to; upper and lower
     * case are the same. Empty if it would take more than two, or half as many as the word has letters. Of equally near
     * words it is the first.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String nearest = null;
        int fewest = MAX_EDITS + 1;
        for (String candidate : known) {
            int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest && 2 * edits < word.length()) {
                nearest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int edits(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MAX_EDITS) return MAX_EDITS + 1;
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) previous[column] = column;
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                int addedOrLeftOut = Math.min(previous[column], current[column - 1]) + 1;
                current[column] = Math.min(replaced, addedOrLeftOut);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}

package io.trunkline.engine.plugin;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word was probably meant to be. */
public final class Suggestion {

    private static final int MAX_EDITS = 2;
    private static final int MIN_BEGINNING = 2;
    private static final int LONGEST = 64; // nobody means a known word by a longer one

    private Suggestion() {}

    /**
     * The known word that the fewest changes lead to (a letter added, left out or replaced, two neighbours swapped), or
     * that begins with the word; upper and lower case are the same. Empty if it would take more than two changes, or
     * half as many as the word has letters. Of equally near words it is the first.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) return Optional.empty();
        String nearest = null;
        int fewest = MAX_EDITS + 1;
        String typed = word.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            int edits = distance(typed, candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                nearest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How far a candidate is away; more than {@link #MAX_EDITS} if too far. */
    private static int distance(String typed, String candidate) {
        int edits = edits(typed, candidate);
        if (edits <= MAX_EDITS && 2 * edits < typed.length()) return edits;
        return typed.length() >= MIN_BEGINNING && candidate.startsWith(typed) ? MAX_EDITS : MAX_EDITS + 1;
    }

    private static int edits(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MAX_EDITS) return MAX_EDITS + 1;
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= to.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[from.length()][to.length()];
    }
}

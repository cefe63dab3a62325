package io.trunkline.rmi.access;

import io.trunkline.engine.model.InstrumentId;
import java.util.List;
import java.util.TreeSet;

/**
 * Instruments by patterns such as {@code rb*.SHFE} or {@code *.CZCE}, in which a star stands for any characters.
 * Immutable.
 *
 * @param patterns the patterns in order, none twice; empty for every instrument
 */
public record InstrumentPatterns(List<String> patterns) {

    /** Every instrument. */
    public static final InstrumentPatterns ALL = new InstrumentPatterns(List.of());

    /** Sorts them. */
    public InstrumentPatterns {
        patterns = List.copyOf(new TreeSet<>(patterns));
    }

    /** Reads patterns that commas separate. */
    static InstrumentPatterns parse(String text) {
        return new InstrumentPatterns(Names.split(text));
    }

    /** Whether an instrument is among them. */
    public boolean include(InstrumentId instrument) {
        if (patterns.isEmpty()) return true;
        String text = instrument.toString();
        for (String pattern : patterns) {
            if (matches(pattern, text)) return true;
        }
        return false;
    }

    /** Goes back to the last star only, so that no pattern takes long. */
    private static boolean matches(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < text.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') at++;
        return at == pattern.length();
    }

    @Override
    public String toString() {
        return String.join(",", patterns);
    }
}

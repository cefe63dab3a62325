package io.trunkline.launcher.jshell;

import java.util.Objects;

/**
 * A script of jshell.
 *
 * @param name what errors call it
 * @param text its lines
 */
public record Script(String name, String text) {

    /** Checks that nothing is null. */
    public Script {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** Where the next code begins: what stands from a place on, without blanks and comments. */
    int skipBlanks(int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at) || text.startsWith("#!", at)) {
                at = after("\n", at);
            } else if (text.startsWith("/*", at)) {
                at = after("*/", at + 2);
            } else {
                break;
            }
        }
        return at;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    /** Where the line that a place is in ends, its line break included. */
    int endOfLine(int place) {
        return after("\n", place);
    }

    /** The number of the line that a place is in; the first is 1. */
    int lineOf(int place) {
        return 1 + (int) text.substring(0, Math.min(place, text.length())).chars().filter(c -> c == '\n').count();
    }

    /** The rest of the line from a place on. */
    String lineFrom(int place) {
        return text.substring(place, endOfLine(place)).strip();
    }
}

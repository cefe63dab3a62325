package io.trunkline.launcher.text;

import io.trunkline.engine.PlainText;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * Says whether books were found equal to the server's: in words, and on a terminal in green or red.
 *
 * @param state what the gateway says: {@code equal}, or {@code differ} and where; anything else is unknown
 */
public record BooksSign(String state) {

    private static final String EQUAL = "equal";
    private static final String DIFFER = "differ";

    /** Whether it is known if they are equal. */
    public boolean isKnown() {
        return isEqual() || isDifferent();
    }

    private boolean isEqual() {
        return state.equals(EQUAL);
    }

    private boolean isDifferent() {
        return state.startsWith(DIFFER);
    }

    /** One word: {@code equal}, {@code differ} or {@code unknown}. */
    public String word() {
        if (isEqual()) return EQUAL;
        return isDifferent() ? DIFFER : "unknown";
    }

    /** The sign in words. */
    public String words() {
        if (isEqual()) return "books equal";
        if (!isDifferent()) return "books not compared yet";
        return "BOOKS " + DIFFER.toUpperCase(Locale.ROOT) + PlainText.of(state.substring(DIFFER.length()));
    }

    /** The sign in words, coloured if the output is a terminal. */
    public String text() {
        return text(Ansi.AUTO);
    }

    String text(Ansi ansi) {
        if (!isKnown() || !ansi.enabled()) return words();
        return ansi.new Text("@|bold," + (isEqual() ? "green" : "red") + " x|@").toString().replace("x", words());
    }
}

package io.trunkline.engine;

/** Makes texts of others safe to show on one line of a log, a terminal or a window. */
public final class PlainText {

    private PlainText() {}

    /** The text with line breaks and other characters that steer a terminal or an editor written out as escapes. */
    public static String of(String text) {
        return escaped(text, false);
    }

    /** The same, but line breaks and tabs stay; for forms that quote them. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    /** The same as {@link #of}, cut to so many characters. */
    public static String brief(String text, int length) {
        return of(text.length() <= length ? text : text.substring(0, length) + "...");
    }

    private static String escaped(String text, boolean hasLines) {
        int i = 0;
        while (i < text.length() && !isEscaped(text.charAt(i), hasLines)) i++;
        if (i == text.length()) return text;
        StringBuilder plain = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            if (isEscaped(text.charAt(i), hasLines)) appendEscape(plain, text.charAt(i));
            else plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    private static boolean isEscaped(char c, boolean hasLines) {
        return isSteering(c) && !(hasLines && (c == '\n' || c == '\r' || c == '\t'));
    }

    private static void appendEscape(StringBuilder plain, char c) {
        switch (c) {
            case '\n' -> plain.append("\\n");
            case '\r' -> plain.append("\\r");
            case '\t' -> plain.append("\\t");
            default -> plain.append(String.format("\\u%04x", (int) c));
        }
    }

    /** Whether it could move the cursor, break a line, turn the writing direction or hide. */
    public static boolean isSteering(char c) {
        if (c < 0x7f) return c < ' ';
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

package io.trunkline.engine;

/** Makes texts of others safe to show on one line of a log. */
public final class PlainText {

    private PlainText() {}

    /** The text with line breaks and other characters that steer a terminal or an editor written out as escapes. */
    public static String of(String text) {
        int i = 0;
        while (i < text.length() && !steers(text.charAt(i))) i++;
        if (i == text.length()) return text;
        StringBuilder plain = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) append(plain, text.charAt(i));
        return plain.toString();
    }

    /** The same, cut to so many characters. */
    public static String brief(String text, int length) {
        return of(text.length() <= length ? text : text.substring(0, length) + "...");
    }

    private static void append(StringBuilder plain, char c) {
        switch (c) {
            case '\n' -> plain.append("\\n");
            case '\r' -> plain.append("\\r");
            case '\t' -> plain.append("\\t");
            default -> {
                if (steers(c)) plain.append(String.format("\\u%04x", (int) c));
                else plain.append(c);
            }
        }
    }

    private static boolean steers(char c) {
        if (c < 0x7f) return c < ' ';
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

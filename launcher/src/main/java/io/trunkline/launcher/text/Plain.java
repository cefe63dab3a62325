package io.trunkline.launcher.text;

/**
 * Makes texts harmless to show: what could move the cursor, break a line or turn the writing direction is spelt out.
 */
public final class Plain {

    private Plain() {}

    /**
     * The text on one line, its control characters written as escapes such as {@code \n} or <code>&#92;u001b</code>.
     */
    public static String line(String text) {
        return escape(text, "");
    }

    /** The same, but line breaks and tabs stay; for formats that quote them. */
    static String lines(String text) {
        return escape(text, "\r\n\t");
    }

    private static String escape(String text, String allowed) {
        int first = 0;
        while (first < text.length() && isHarmless(text.charAt(first), allowed)) first++;
        if (first == text.length()) return text;
        StringBuilder plain = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(c, allowed)) {
                plain.append(c);
            } else {
                appendEscape(plain, c);
            }
        }
        return plain.toString();
    }

    private static boolean isHarmless(char c, String allowed) {
        return !isControl(c) || allowed.indexOf(c) >= 0;
    }

    /** Whether it is a control character, a line separator or one that turns the writing direction. */
    static boolean isControl(char c) {
        return c < 0x20 || c >= 0x7f && c <= 0x9f
                || c >= 0x200e && c <= 0x200f || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private static void appendEscape(StringBuilder plain, char c) {
        switch (c) {
            case '\n' -> plain.append("\\n");
            case '\r' -> plain.append("\\r");
            case '\t' -> plain.append("\\t");
            default -> plain.append(String.format("\\u%04x", (int) c));
        }
    }
}

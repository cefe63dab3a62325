package io.trunkline.launcher.text;

import io.trunkline.engine.PlainText;

/** Builds one JSON object on one line. What is null or no finite number is left out. For one thread. */
public final class Json {

    private final StringBuilder text = new StringBuilder(256).append('{');

    /** Adds a member: a number, a boolean, or the text of anything else. */
    public Json put(String name, Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) return this;
        if (text.length() > 1) text.append(',');
        quote(name);
        text.append(':');
        if (value instanceof Double number) {
            text.append(Numbers.text(number));
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            quote(value.toString());
        }
        return this;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> append(value, i);
            }
        }
        text.append('"');
    }

    private void append(String value, int index) {
        char c = value.charAt(index);
        if (PlainText.isSteering(c) || isLoneSurrogate(value, index)) {
            text.append(String.format("\\u%04x", (int) c));
        } else {
            text.append(c);
        }
    }

    private static boolean isLoneSurrogate(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }

    /** The object. */
    @Override
    public String toString() {
        return text + "}";
    }
}

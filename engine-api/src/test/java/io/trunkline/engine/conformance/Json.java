package io.trunkline.engine.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value: maps, lists, strings without escapes, doubles, booleans and null. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at != text.length()) throw json.unexpected();
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (!taken('}')) {
            if (!members.isEmpty()) take(',');
            skipSpace();
            String name = string();
            take(':');
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        at++;
        while (!taken(']')) {
            if (!items.isEmpty()) take(',');
            items.add(value());
        }
        return items;
    }

    private String string() {
        take('"');
        int end = text.indexOf('"', at);
        String string = text.substring(at, end);
        if (string.indexOf('\\') >= 0) throw unexpected();
        at = end + 1;
        return string;
    }

    private Object word() {
        int start = at;
        while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Double.valueOf(word);
        };
    }

    private void take(char c) {
        if (!taken(c)) throw unexpected();
    }

    private boolean taken(char c) {
        skipSpace();
        if (at == text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not JSON at " + at + ": " + text);
    }
}

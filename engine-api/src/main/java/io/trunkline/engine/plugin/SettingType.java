package io.trunkline.engine.plugin;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** How the text of a setting is read. */
public enum SettingType {
    /** Any text. */
    TEXT("a text", text -> text),
    /** Any text, shown masked and never stored in clear. */
    SECRET("a text", text -> text),
    /** A whole number. */
    INTEGER("a whole number", Long::valueOf),
    /** A finite decimal number. */
    DECIMAL("a number", SettingType::decimal),
    /** {@code true} or {@code false}. */
    FLAG("true or false", SettingType::flag),
    /** A time span such as {@code 500ms}, {@code 30s}, {@code 5m} or {@code 2h}. */
    DURATION("a time span such as 500ms, 30s, 5m or 2h", SettingType::duration),
    /** {@code HOST:PORT}, or a host with the plug-in's usual port; an IPv6 address stands in brackets. */
    ADDRESS("an address such as 127.0.0.1:2014", SettingType::address),
    /** File names, separated by commas. */
    FILES("file names separated by commas", text -> Arrays.asList(text.split(",")));

    private final String description;
    private final Function<String, Object> parser;

    SettingType(String description, Function<String, Object> parser) {
        this.description = description;
        this.parser = parser;
    }

    /** What a text must be, for messages: "a whole number". */
    public String description() {
        return description;
    }

    Object parse(String text) {
        return parser.apply(text.strip());
    }

    private static Double decimal(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) throw new IllegalArgumentException(text);
        return value;
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Duration duration(String text) {
        int unit = text.length();
        while (unit > 0 && !Character.isDigit(text.charAt(unit - 1))) unit--;
        long number = Long.parseLong(text.substring(0, unit));
        if (number < 0) throw new IllegalArgumentException(text);
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String address(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) throw new IllegalArgumentException(text);
        int bracket = text.lastIndexOf(']');
        int colon = text.lastIndexOf(':');
        if (bracket < 0 && colon != text.indexOf(':')) throw new IllegalArgumentException(text);
        if (bracket >= 0 && (text.charAt(0) != '[' || bracket == 1)) throw new IllegalArgumentException(text);
        if (bracket >= 0 && colon < bracket) {
            if (bracket != text.length() - 1) throw new IllegalArgumentException(text);
            return text;
        }
        if (colon == 0) throw new IllegalArgumentException(text);
        if (colon > 0) {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 0 || port > 65_535) throw new IllegalArgumentException(text);
        }
        return text;
    }
}

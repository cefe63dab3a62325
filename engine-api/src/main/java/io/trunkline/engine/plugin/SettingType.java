package io.trunkline.engine.plugin;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /**
     * {@code HOST:PORT}, or a host with the plug-in's usual port; an IPv6 address stands in brackets. Or the path of a
     * Unix-domain socket as {@code unix:PATH}.
     */
    ADDRESS("an address such as 127.0.0.1:2014, [::1]:2014 or unix:/run/trunkline.sock", SettingType::address),
    /** File names, separated by commas. */
    FILES("file names separated by commas", text -> Arrays.asList(text.split(",")));

    private static final Pattern ADDRESS_FORM =
            Pattern.compile("(\\[[^\\s\\[\\]]+]|[^\\s\\[\\]:]+)(:(?<port>[0-9]{1,5}))?");
    private static final String UNIX = "unix:";
    private static final int MAX_PORT = 65_535;

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

    /** The text without space around it, which only free texts keep. */
    String strip(String text) {
        return this == TEXT || this == SECRET ? text : text.strip();
    }

    Object parse(String text) {
        return parser.apply(strip(text));
    }

    private static Double decimal(String text) {
        double value = new BigDecimal(text).doubleValue(); // unlike Double it takes no "1d", "0x1p3" or "NaN"
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
        if (text.startsWith(UNIX) && text.length() > UNIX.length()) return text;
        Matcher matcher = ADDRESS_FORM.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException(text);
        String port = matcher.group("port");
        if (port != null && Integer.parseInt(port) > MAX_PORT) throw new IllegalArgumentException(text);
        return text;
    }
}

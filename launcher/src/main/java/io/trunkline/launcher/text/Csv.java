package io.trunkline.launcher.text;

import io.trunkline.engine.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of comma-separated values, quoted as RFC 4180 has it; instants as ISO-8601 in UTC. */
public final class Csv {

    private Csv() {}

    /** One row, without the line break that ends it. */
    public static String line(List<?> values) {
        return values.stream().map(Csv::field).collect(Collectors.joining(","));
    }

    private static String field(Object value) {
        if (value == null) return "";
        if (value instanceof Double number) return Numbers.text(number);
        String text = PlainText.lines(value.toString());
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

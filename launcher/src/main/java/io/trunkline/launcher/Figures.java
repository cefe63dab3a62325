package io.trunkline.launcher;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Plugin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plug-in's monitor with the columns figure and value shows now.
 *
 * @param values each figure's value by its name
 */
record Figures(Map<String, Object> values) {

    /** Reads a monitor; without figures if the plug-in has no such monitor. */
    static Figures of(Plugin plugin, String monitor) {
        Map<String, Object> values = new HashMap<>();
        plugin.monitors().stream().filter(candidate -> candidate.name().equals(monitor)).map(Monitor::rows)
                .forEach(rows -> {
                    for (List<Object> row : rows.get()) values.put(row.get(0).toString(), row.get(1));
                });
        return new Figures(values);
    }

    /** A figure as a whole number; 0 if there is none. */
    long number(String figure) {
        Object value = values.get(figure);
        if (value instanceof Number number) return number.longValue();
        try {
            return value == null ? 0 : Long.parseLong(value.toString().strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A figure's text; empty if there is none. */
    String text(String figure) {
        return values.getOrDefault(figure, "").toString();
    }
}

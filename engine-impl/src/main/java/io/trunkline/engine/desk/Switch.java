package io.trunkline.engine.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A trading state that was set.
 *
 * @param name of the client, contract or gateway path; empty for all
 * @param by who set it, as far as he said
 */
record Switch(Scope scope, String name, TradingState state, Instant since, String by) {

    private static final int PARTS = 3;

    /** The key under which it is kept. */
    String key() {
        return key(scope, name);
    }

    static String key(Scope scope, String name) {
        return scope == Scope.ALL ? scope.text() : scope.text() + "." + name;
    }

    /** The text under which it is kept. */
    String text() {
        return state + " " + since + " " + by;
    }

    /**
     * Reads what was kept.
     *
     * @throws IllegalArgumentException if it is not that; the message says what is wrong
     */
    static Switch parse(String key, String text) {
        int dot = key.indexOf('.');
        Scope scope = Scope.parse(dot < 0 ? key : key.substring(0, dot));
        String name = scope.checked(dot < 0 ? "" : key.substring(dot + 1));
        String[] parts = text.split(" ", PARTS);
        if (!TradingState.names().contains(parts[0])) {
            throw new IllegalArgumentException(
                    "'" + parts[0] + "' is not one of " + String.join(", ", TradingState.names()));
        }
        try {
            Instant since = parts.length > 1 ? Instant.parse(parts[1]) : Instant.EPOCH;
            return new Switch(scope, name, TradingState.valueOf(parts[0]), since, parts.length < PARTS ? "" : parts[2]);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + parts[1] + "' is not a time such as 2026-11-26T10:00:00Z", e);
        }
    }
}

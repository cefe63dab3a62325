package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A message for people who watch the business, not a program's own log.
 *
 * @param gateway the path of the gateway or the name of the part that wrote it
 * @param level its weight
 * @param message the text
 * @param time when it was written
 */
public record LogEntry(String gateway, LogLevel level, String message, Instant time) implements Event {

    /** Checks that nothing is null. */
    public LogEntry {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(time, "time");
    }

    @Override
    public String key() {
        return gateway;
    }
}

package io.trunkline.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When a trading day begins: at a time of the evening before its date, or, if that is before noon, of its date itself.
 */
public record DayRoll(LocalTime time, ZoneId zone) {

    /** 18:00 in Shanghai. */
    public static final DayRoll DEFAULT = new DayRoll(LocalTime.of(18, 0), ZoneId.of("Asia/Shanghai"));

    /** Checks that nothing is null. */
    public DayRoll {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(zone, "zone");
    }

    /**
     * Reads {@code 18:00 Asia/Shanghai}.
     *
     * @throws IllegalArgumentException if it is no time with a zone; the message says what one looks like
     */
    public static DayRoll parse(String text) {
        String[] parts = text.strip().split("\\s+");
        try {
            if (parts.length == 2) return new DayRoll(LocalTime.parse(parts[0]), ZoneId.of(parts[1]));
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a time of the day and a time zone, such as 18:00 Asia/Shanghai");
    }

    /** The trading day to which a moment belongs. */
    public LocalDate day(Instant moment) {
        LocalDate begun = moment.atZone(zone).toLocalDateTime().minusSeconds(time.toSecondOfDay()).toLocalDate();
        return time.isBefore(LocalTime.NOON) ? begun : begun.plusDays(1);
    }

    /** The date of a moment in the zone. */
    public LocalDate date(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return time + " " + zone;
    }
}

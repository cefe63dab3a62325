package io.trunkline.engine.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a trading day begins: at a time of the evening before its date, or, if that is before noon, of its date itself.
 */
record DayRoll(LocalTime time, ZoneId zone) {

    /**
     * Reads {@code 18:00 Asia/Shanghai}.
     *
     * @throws IllegalArgumentException if it is no time with a zone; the message says what one looks like
     */
    static DayRoll parse(String text) {
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
    LocalDate day(Instant moment) {
        LocalDate begun = moment.atZone(zone).toLocalDateTime().minusSeconds(time.toSecondOfDay()).toLocalDate();
        return time.isBefore(LocalTime.NOON) ? begun : begun.plusDays(1);
    }

    /** The date of a moment in the zone. */
    LocalDate date(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}

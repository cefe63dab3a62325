package io.trunkline.launcher.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads dates and times as people type them. */
public final class DateText {

    private DateText() {}

    /**
     * The instant of a text such as {@code 2018-12-03T09:00} in a zone; for a day alone, {@code 2018-12-03} or
     * {@code 20181203}, that of a time of day.
     *
     * @throws IllegalArgumentException if the text is neither; the message names it and what to write
     */
    public static Instant parse(String text, LocalTime ofDay, ZoneId zone) {
        try {
            if (text.contains("T")) return LocalDateTime.parse(text).atZone(zone).toInstant();
            LocalDate date = text.contains("-")
                    ? LocalDate.parse(text) : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            return date.atTime(ofDay).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a date; write 2018-12-03 or 2018-12-03T09:00", e);
        }
    }
}

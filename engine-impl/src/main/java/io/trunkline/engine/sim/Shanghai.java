package io.trunkline.engine.sim;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The calendar of the recorded exchanges, which the files do not state. Remembers the last day asked for. One thread.
 */
final class Shanghai {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private int date;
    private long epochDay;
    private long midnightMillis;

    /** The days since 1970 of a date written as the number {@code yyyyMMdd}. */
    long epochDay(int yyyymmdd) throws BadLineException {
        look(yyyymmdd);
        return epochDay;
    }

    /** The instant, in milliseconds since 1970, at which a date begins. */
    long midnightMillis(int yyyymmdd) throws BadLineException {
        look(yyyymmdd);
        return midnightMillis;
    }

    static Instant instant(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }

    private void look(int yyyymmdd) throws BadLineException {
        if (yyyymmdd == date) return;
        try {
            LocalDate day = LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
            epochDay = day.toEpochDay();
            midnightMillis = day.atStartOfDay(ZONE).toInstant().toEpochMilli();
            date = yyyymmdd;
        } catch (DateTimeException e) {
            throw new BadLineException("'" + yyyymmdd + "' is not a date");
        }
    }
}

package io.trunkline.launcher.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes instants for people, as a clock in some place showed them. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter DATE_AND_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private Times() {}

    /** Such as {@code 09:00:01.500}; {@code -} for null. */
    public static String clock(Instant time, ZoneId zone) {
        return time == null ? "-" : CLOCK.format(time.atZone(zone));
    }

    /** Such as {@code 2020-08-10 09:00:01.500}; empty for null. */
    public static String dateAndClock(Instant time, ZoneId zone) {
        return time == null ? "" : DATE_AND_CLOCK.format(time.atZone(zone));
    }
}

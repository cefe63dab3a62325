package io.trunkline.engine.sim;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the trading day of a moment of a recording. A moment from 08:00 to 18:00 is of its own date. Any other is of a
 * night session and belongs to the next date on which the recording has a day session, so that Friday night counts to
 * Monday, or to the day after the holidays; where the recording ends with a night, the next weekday is taken.
 */
final class TradingDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalTime DAY_FROM = LocalTime.of(8, 0);
    private static final LocalTime DAY_TO = LocalTime.of(18, 0);

    private final TreeSet<LocalDate> days = new TreeSet<>();

    /** The calendar of a recording that has rows at these moments. */
    TradingDays(Collection<LocalDateTime> moments) {
        for (LocalDateTime moment : moments) {
            if (isDay(moment)) days.add(moment.toLocalDate());
        }
    }

    LocalDate of(LocalDateTime moment) {
        LocalDate date = moment.toLocalDate();
        if (isDay(moment)) return date;
        LocalDate earliest = moment.toLocalTime().isBefore(DAY_FROM) ? date : date.plusDays(1);
        LocalDate next = days.ceiling(earliest);
        return next != null ? next : weekday(earliest);
    }

    private static boolean isDay(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return !time.isBefore(DAY_FROM) && time.isBefore(DAY_TO);
    }

    private static LocalDate weekday(LocalDate date) {
        LocalDate day = date;
        while (WEEKEND.contains(day.getDayOfWeek())) day = day.plusDays(1);
        return day;
    }
}

package io.trunkline.engine;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Interval;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Joins minute bars of one instrument into longer ones. For one thread. */
abstract class WindowBars {

    private static final int LAST_MINUTE = 59;

    private final Interval interval;
    private final Consumer<Bar> handler;
    private Bar open; // null between two windows

    private WindowBars(Interval interval, Consumer<Bar> handler) {
        this.interval = interval;
        this.handler = handler;
    }

    /** Bars of some minutes; the number divides 60. */
    static WindowBars minutes(int minutes, ZoneId zone, Consumer<Bar> handler) {
        return new Minutes(minutes, zone, handler);
    }

    /** Bars of some hours in which there was a bar. */
    static WindowBars hours(int hours, ZoneId zone, Consumer<Bar> handler) {
        return new Hour(zone, new Hours(hours, handler)::add);
    }

    /** Bars of a day; {@code end} is when its last minute begins. */
    static WindowBars days(LocalTime end, ZoneId zone, Consumer<Bar> handler) {
        return new Day(end, zone, handler);
    }

    /** Takes a bar; hands on the bars that it completes. */
    abstract void add(Bar bar);

    final Bar open() {
        return open;
    }

    /** Takes a bar into the open one, which it opens at {@code start} if there is none. */
    final void join(Bar bar, Instant start) {
        open = open == null
                ? new Bar(bar.gateway(), bar.instrument(), start, interval, bar.volume(), bar.turnover(),
                        bar.openInterest(), bar.open(), bar.high(), bar.low(), bar.close())
                : new Bar(open.gateway(), open.instrument(), open.time(), interval, open.volume() + bar.volume(),
                        open.turnover() + bar.turnover(), bar.openInterest(), open.open(),
                        Math.max(open.high(), bar.high()), Math.min(open.low(), bar.low()), bar.close());
    }

    /** Hands on the open bar, stamped as given. */
    final void close(Instant time) {
        Bar closed = open;
        open = null;
        handler.accept(new Bar(closed.gateway(), closed.instrument(), time, interval, closed.volume(),
                closed.turnover(), closed.openInterest(), closed.open(), closed.high(), closed.low(), closed.close()));
    }

    private static final class Minutes extends WindowBars {
        private final int minutes;
        private final ZoneId zone;

        Minutes(int minutes, ZoneId zone, Consumer<Bar> handler) {
            super(Interval.MINUTE, handler);
            this.minutes = minutes;
            this.zone = zone;
        }

        @Override
        void add(Bar bar) {
            ZonedDateTime time = bar.time().atZone(zone);
            join(bar, time.truncatedTo(ChronoUnit.MINUTES).toInstant());
            if ((time.getMinute() + 1) % minutes == 0) close(open().time());
        }
    }

    private static final class Hour extends WindowBars {
        private final ZoneId zone;

        Hour(ZoneId zone, Consumer<Bar> handler) {
            super(Interval.HOUR, handler);
            this.zone = zone;
        }

        @Override
        void add(Bar bar) {
            ZonedDateTime time = bar.time().atZone(zone);
            Instant hour = time.truncatedTo(ChronoUnit.HOURS).toInstant();
            if (open() != null && !open().time().equals(hour)) close(open().time());
            join(bar, hour);
            if (time.getMinute() == LAST_MINUTE) close(hour);
        }
    }

    private static final class Hours extends WindowBars {
        private final int hours;
        private int joined;

        Hours(int hours, Consumer<Bar> handler) {
            super(Interval.HOUR, handler);
            this.hours = hours;
        }

        @Override
        void add(Bar hour) {
            join(hour, hour.time());
            joined++;
            if (joined == hours) {
                joined = 0;
                close(open().time());
            }
        }
    }

    private static final class Day extends WindowBars {
        private final LocalTime end;
        private final ZoneId zone;

        Day(LocalTime end, ZoneId zone, Consumer<Bar> handler) {
            super(Interval.DAILY, handler);
            this.end = end;
            this.zone = zone;
        }

        @Override
        void add(Bar bar) {
            join(bar, bar.time());
            ZonedDateTime time = bar.time().atZone(zone);
            if (time.toLocalTime().equals(end)) close(time.truncatedTo(ChronoUnit.DAYS).toInstant());
        }
    }
}

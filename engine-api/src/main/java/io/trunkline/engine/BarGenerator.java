package io.trunkline.engine;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Tick;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes bars of the ticks of one instrument: minute bars, and of these longer ones.
 *
 * <pre>{@code
 * BarGenerator bars = BarGenerator.in(ZoneId.of("Asia/Shanghai"))
 *         .onMinute(bar -> ...)
 *         .onMinutes(15, bar -> ...)
 *         .onDay(LocalTime.of(14, 59), bar -> ...);
 * engine.events().on(Tick.class, instrument, bars::updateTick);
 * }</pre>
 *
 * <p><b>Minute bars.</b> A tick without a last price is ignored. The first tick of another minute closes the bar, which
 * is stamped with the start of its minute. Volume and turnover are what the day's figures grew by, since the last tick;
 * what was traded before the first tick is in no bar, and a figure that falls back counts as no change. Where the day's
 * high or low moved between two ticks of a minute, it is the bar's too. A minute without ticks has no bar.
 *
 * <p><b>Longer bars</b> are made of minute bars; their {@link Bar#interval()} is the unit. Several minutes are stamped
 * with their first minute bar and close where the next minute is a multiple of their number: five with the bar of 9:04.
 * If that bar is missing, they go on to the next such minute. An hour closes with its minute 59 or when a bar of
 * another hour comes; several hours close after so many hours that had bars. A day closes with the minute bar of its
 * end time and is stamped with midnight of that date, so that a night session counts to the day that it ends with.
 *
 * <p>For one thread; as an event handler, that is the event thread. Bars' handlers run on it too, those of minute bars
 * first, else in order of their addition; add them before the first tick. A fault of one reaches the caller, and those
 * after it miss that bar.
 */
public final class BarGenerator {

    private final ZoneId zone;
    private final MinuteBars minutes;
    private final List<Consumer<Bar>> minuteHandlers = new ArrayList<>();
    private final List<WindowBars> windows = new ArrayList<>();

    private BarGenerator(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.minutes = new MinuteBars(zone);
    }

    /** A generator whose hours and days are those of a zone: the exchange's. */
    public static BarGenerator in(ZoneId zone) {
        return new BarGenerator(zone);
    }

    /** Adds a handler of minute bars. */
    public BarGenerator onMinute(Consumer<Bar> handler) {
        minuteHandlers.add(Objects.requireNonNull(handler, "handler"));
        return this;
    }

    /**
     * Adds a handler of bars of several minutes.
     *
     * @throws IllegalArgumentException if 60 is not a multiple of the number
     */
    public BarGenerator onMinutes(int number, Consumer<Bar> handler) {
        if (number < 1 || 60 % number != 0) {
            throw new IllegalArgumentException("a bar's minutes must divide 60, such as 5, 15 or 30: " + number);
        }
        windows.add(WindowBars.minutes(number, zone, Objects.requireNonNull(handler, "handler")));
        return this;
    }

    /**
     * Adds a handler of bars of one or more hours.
     *
     * @throws IllegalArgumentException if the number is not above zero
     */
    public BarGenerator onHours(int number, Consumer<Bar> handler) {
        if (number < 1) throw new IllegalArgumentException("a bar's hours must be above zero: " + number);
        windows.add(WindowBars.hours(number, zone, Objects.requireNonNull(handler, "handler")));
        return this;
    }

    /**
     * Adds a handler of bars of a day.
     *
     * @param end when the day's last minute begins, such as 14:59
     * @throws IllegalArgumentException if the end is not a whole minute
     */
    public BarGenerator onDay(LocalTime end, Consumer<Bar> handler) {
        if (!end.truncatedTo(ChronoUnit.MINUTES).equals(end)) {
            throw new IllegalArgumentException("a day ends with a whole minute, such as 14:59: " + end);
        }
        windows.add(WindowBars.days(end, zone, Objects.requireNonNull(handler, "handler")));
        return this;
    }

    /**
     * Takes a tick.
     *
     * @throws IllegalArgumentException if it is of another instrument than those before
     */
    public void updateTick(Tick tick) {
        minutes.add(tick).ifPresent(this::finish);
    }

    /**
     * Takes a minute bar from elsewhere, such as history, into the longer bars. The handlers of minutes do not see it.
     */
    public void updateBar(Bar minuteBar) {
        windows.forEach(window -> window.add(minuteBar));
    }

    /** Closes the open minute bar now, such as at the end of a session, and returns it; empty if none is open. */
    public Optional<Bar> generate() {
        Optional<Bar> closed = minutes.close();
        closed.ifPresent(this::finish);
        return closed;
    }

    private void finish(Bar minuteBar) {
        minuteHandlers.forEach(handler -> handler.accept(minuteBar));
        updateBar(minuteBar);
    }
}

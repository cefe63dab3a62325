package io.trunkline.engine;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes minute bars of the ticks of one instrument. For one thread. */
final class MinuteBars {

    private final ZoneId zone;
    private Bar open; // null until a tick comes
    private Tick last; // the last tick with a price; null until one comes

    MinuteBars(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes a tick; returns the bar that it closes by being of another minute. */
    Optional<Bar> add(Tick tick) {
        if (last != null && !last.instrument().equals(tick.instrument())) {
            throw new IllegalArgumentException("bars of " + last.instrument() + " got a tick of " + tick.instrument());
        }
        if (tick.lastPrice() == 0) return Optional.empty();
        Instant minute = tick.time().atZone(zone).truncatedTo(ChronoUnit.MINUTES).toInstant();
        Optional<Bar> closed = open == null || open.time().equals(minute) ? Optional.empty() : close();
        open = open == null ? first(tick, minute) : extended(tick);
        last = tick;
        return closed;
    }

    /** Closes the open bar. */
    Optional<Bar> close() {
        Optional<Bar> closed = Optional.ofNullable(open);
        open = null;
        return closed;
    }

    private Bar first(Tick tick, Instant minute) {
        double price = tick.lastPrice();
        return new Bar(tick.gateway(), tick.instrument(), minute, Interval.MINUTE, volumeSinceLast(tick),
                turnoverSinceLast(tick), tick.openInterest(), price, price, price, price);
    }

    private Bar extended(Tick tick) {
        double high = Math.max(open.high(), tick.lastPrice());
        double low = Math.min(open.low(), tick.lastPrice());
        // A new extreme of the day between two ticks is one of this minute, though neither tick traded there.
        if (tick.highPrice() > last.highPrice()) high = Math.max(high, tick.highPrice());
        if (tick.lowPrice() < last.lowPrice()) low = Math.min(low, tick.lowPrice());
        return new Bar(open.gateway(), open.instrument(), open.time(), Interval.MINUTE,
                open.volume() + volumeSinceLast(tick), open.turnover() + turnoverSinceLast(tick),
                tick.openInterest(), open.open(), high, low, tick.lastPrice());
    }

    private double volumeSinceLast(Tick tick) {
        return last == null ? 0 : Math.max(0, tick.volume() - last.volume());
    }

    private double turnoverSinceLast(Tick tick) {
        return last == null ? 0 : Math.max(0, tick.turnover() - last.turnover());
    }
}

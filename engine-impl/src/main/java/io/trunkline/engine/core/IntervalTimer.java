package io.trunkline.engine.core;

import io.trunkline.engine.model.TimerEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Says when the next timer event is due: at whole intervals from the start, none twice, late ones not made up for. */
final class IntervalTimer {

    private final long interval;
    private final InstantSource clock;
    private long next;
    private long count;

    IntervalTimer(Duration interval, InstantSource clock, long now) {
        this.interval = TimeUnit.NANOSECONDS.convert(interval);
        this.clock = clock;
        this.next = now + this.interval;
    }

    /** The event that is due by now, or null. */
    TimerEvent due(long now) {
        long late = now - next;
        if (late < 0) return null;
        next += (late / interval + 1) * interval;
        return new TimerEvent(++count, clock.instant());
    }

    /** Nanoseconds until the next event; zero or less if it is due. */
    long remaining(long now) {
        return next - now;
    }
}

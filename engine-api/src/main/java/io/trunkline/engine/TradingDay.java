package io.trunkline.engine;

import java.time.Instant;
import java.time.LocalDate;

/** Tells to which trading day a moment belongs: a day begins at 18:00 in Shanghai on the evening before its date. */
public final class TradingDay {

    private TradingDay() {}

    /** The trading day of a moment. */
    public static LocalDate of(Instant moment) {
        return DayRoll.DEFAULT.day(moment);
    }
}

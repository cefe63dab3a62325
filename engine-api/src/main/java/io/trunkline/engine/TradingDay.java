package io.trunkline.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Tells to which trading day a moment belongs: a day begins at 18:00 in Shanghai on the evening before its date. */
public final class TradingDay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime ROLL = LocalTime.of(18, 0);

    private TradingDay() {}

    /** The trading day of a moment. */
    public static LocalDate of(Instant moment) {
        return moment.atZone(ZONE).minusSeconds(ROLL.toSecondOfDay()).toLocalDate().plusDays(1);
    }
}

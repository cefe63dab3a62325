package io.trunkline.engine.sim;

import io.trunkline.engine.model.Bar;
import java.time.LocalDate;

/**
 * A bar and the trading day that it belongs to, which for a night session is the day of the next day session.
 *
 * @param bar the bar; its time is when it really began
 * @param tradingDay the trading day
 */
record RecordedBar(Bar bar, LocalDate tradingDay) {}

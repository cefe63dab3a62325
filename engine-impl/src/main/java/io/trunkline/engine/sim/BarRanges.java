package io.trunkline.engine.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gives minute bars their own high and low. Recordings of bars made from ticks often carry the trading day's high and
 * low so far instead; they show it by highs that never fall and lows that never rise within any day. There a bar's own
 * high is the column's value where that moved in the bar, else the higher of open and close; its low likewise. A bar
 * without volume traded at no price at all: its high and low are its open.
 */
final class BarRanges {

    private BarRanges() {}

    /** The rows with their own ranges. They are in order of time. */
    static List<BarRow> own(List<BarRow> rows, Function<BarRow, LocalDate> dayOf) {
        boolean running = areRunning(rows, dayOf);
        List<BarRow> own = new ArrayList<>(rows.size());
        BarRow before = null;
        for (BarRow row : rows) {
            boolean sameDay = before != null && dayOf.apply(before).equals(dayOf.apply(row));
            double high = row.high();
            double low = row.low();
            if (running && sameDay && high == before.high()) high = Math.max(row.open(), row.close());
            if (running && sameDay && low == before.low()) low = Math.min(row.open(), row.close());
            own.add(row.volume() == 0 ? row.withRange(row.open(), row.open()) : row.withRange(high, low));
            before = row;
        }
        return own;
    }

    private static boolean areRunning(List<BarRow> rows, Function<BarRow, LocalDate> dayOf) {
        for (int i = 1; i < rows.size(); i++) {
            BarRow before = rows.get(i - 1);
            BarRow row = rows.get(i);
            if (!dayOf.apply(before).equals(dayOf.apply(row))) continue;
            if (row.high() < before.high() || row.low() > before.low()) return false;
        }
        return true;
    }
}

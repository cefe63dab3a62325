package io.trunkline.engine.sim;

import io.trunkline.engine.model.Tick;

/**
 * One line of a tick file.
 *
 * @param kind what becomes of it
 * @param millis its time; the smallest long where it has none
 * @param tradingDay the days since 1970 of the trading day that it belongs to
 * @param tick what it says, without last volume and local time; null unless it is of the first two kinds
 * @param problem what to report: file, line and what is wrong; else empty
 */
record TickRow(Kind kind, long millis, long tradingDay, Tick tick, String problem) {

    /** What becomes of a line. */
    enum Kind {
        /** It is published. */
        TICK,
        /** It was recorded the evening before, with yesterday's figures and without a book: skipped. */
        EVENING_BEFORE,
        /** It cannot be read: skipped, and reported unless too many were before it. */
        MALFORMED,
        /** No line, but something to report about the file. */
        NOTE
    }

    static TickRow broken(Kind kind, String problem) {
        return new TickRow(kind, Long.MIN_VALUE, 0, null, problem);
    }
}

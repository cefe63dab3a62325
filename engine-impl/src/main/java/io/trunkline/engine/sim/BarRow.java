package io.trunkline.engine.sim;

import java.time.LocalDateTime;

/** A line of a bar file as it stands there, its time being that of Shanghai. */
record BarRow(
        LocalDateTime begin, double volume, double turnover, double openInterest, double open, double high, double low,
        double close) {

    BarRow withRange(double newHigh, double newLow) {
        return new BarRow(begin, volume, turnover, openInterest, open, newHigh, newLow, close);
    }
}

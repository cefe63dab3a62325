package io.trunkline.rmi.wire;

import static io.trunkline.rmi.wire.TickLayout.LEVEL;
import static io.trunkline.rmi.wire.TickLayout.LEVELS_IN_FIRST_WORD;
import static io.trunkline.rmi.wire.TickLayout.LIMIT;
import static io.trunkline.rmi.wire.TickLayout.MORE_CODES;
import static io.trunkline.rmi.wire.TickLayout.NONE;
import static io.trunkline.rmi.wire.TickLayout.RAW;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary.InstrumentEntry;
import java.time.Instant;

/**
 * Writes a tick's body as {@link TickLayout} says: a price as its distance from the last price in price ticks, a
 * quantity as a whole number, if reading gives identical bits; else as eight bytes.
 */
final class TickWriter {

    private TickWriter() {}

    static void write(Tick tick, InstrumentEntry instrument, WireWriter out) {
        out.ensure(TickLayout.LONGEST);
        PriceScale scale = instrument.scale();
        Depth depth = tick.depth();
        int levels = depth.levels();
        int start = out.length();
        int more = levels > LEVELS_IN_FIRST_WORD ? MORE_CODES : 0;
        out.skip(16 + more);
        long time = WireWriter.toNanos(tick.time());
        out.putLong(start + 8, time);
        long ticks = scale.toTicks(tick.lastPrice());
        long base = ticks == PriceScale.NOT_A_MULTIPLE ? 0 : ticks;
        long codes = localTime(tick.localTime(), time, out) << TickLayout.LOCAL_TIME
                | price(tick.lastPrice(), scale, 0, out) << TickLayout.LAST_PRICE
                | price(tick.openPrice(), scale, base, out) << TickLayout.OPEN
                | price(tick.highPrice(), scale, base, out) << TickLayout.HIGH
                | price(tick.lowPrice(), scale, base, out) << TickLayout.LOW
                | price(tick.preClose(), scale, base, out) << TickLayout.PRE_CLOSE
                | price(tick.limitUp(), scale, base, out) << TickLayout.LIMIT_UP
                | price(tick.limitDown(), scale, base, out) << TickLayout.LIMIT_DOWN
                | quantity(tick.volume(), out) << TickLayout.VOLUME
                | quantity(tick.turnover(), out) << TickLayout.TURNOVER
                | quantity(tick.openInterest(), out) << TickLayout.OPEN_INTEREST
                | quantity(tick.lastVolume(), out) << TickLayout.LAST_VOLUME
                | (long) levels << TickLayout.LEVELS;
        if (levels > 0) codes |= level(depth, 1, scale, base, out) << TickLayout.FIRST_LEVELS;
        if (levels > 1) codes |= level(depth, 2, scale, base, out) << TickLayout.FIRST_LEVELS + LEVEL;
        if (more > 0) writeMore(depth, start + 16, scale, base, out);
        if (!tick.name().equals(instrument.name())) {
            codes |= 1L << TickLayout.NAME;
            out.writeText(tick.name());
        }
        out.putLong(start, codes);
    }

    private static void writeMore(Depth depth, int at, PriceScale scale, long base, WireWriter out) {
        long codes = 0;
        for (int i = 0; i < depth.levels() - LEVELS_IN_FIRST_WORD; i++) {
            codes |= level(depth, LEVELS_IN_FIRST_WORD + 1 + i, scale, base, out) << i * LEVEL;
        }
        out.putInt(at, (int) codes);
        out.putByte(at + 4, (int) (codes >>> 32));
    }

    // All below write a figure and answer its code or codes.

    private static long level(Depth depth, int level, PriceScale scale, long base, WireWriter out) {
        return price(depth.bidPrice(level), scale, base, out)
                | quantity(depth.bidVolume(level), out) << 3
                | price(depth.askPrice(level), scale, base, out) << 6
                | quantity(depth.askVolume(level), out) << 9;
    }

    private static long localTime(Instant localTime, long time, WireWriter out) {
        if (localTime == null) return NONE;
        long distance = WireWriter.toNanos(localTime) - time;
        long zigzag = TickLayout.zigzag(distance);
        return zigzag >= 0 && zigzag < LIMIT ? whole(zigzag, out) : raw(distance, out);
    }

    private static long price(double price, PriceScale scale, long base, WireWriter out) {
        long bits = Double.doubleToRawLongBits(price);
        if (bits == 0) return NONE;
        long ticks = scale.toTicks(price);
        return ticks == PriceScale.NOT_A_MULTIPLE ? raw(bits, out) : whole(TickLayout.zigzag(ticks - base), out);
    }

    private static long quantity(double value, WireWriter out) {
        long whole = (long) value;
        long bits = Double.doubleToRawLongBits(value);
        boolean isShort = whole >>> 40 == 0 && Double.doubleToRawLongBits(whole) == bits;
        return isShort ? whole(whole, out) : raw(bits, out);
    }

    private static long whole(long value, WireWriter out) {
        int code = TickLayout.code(value);
        out.putAndSkip(value, code);
        return code;
    }

    private static long raw(long bits, WireWriter out) {
        out.putAndSkip(bits, 8);
        return RAW;
    }
}

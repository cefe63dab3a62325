package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary.InstrumentEntry;
import java.time.Instant;

/**
 * A tick's body: a mask of what is not zero, the time, then the figures. A price is its distance from the last price in
 * price ticks, a volume a whole number, if reading gives identical bits; else eight bytes.
 */
final class TickCodec {

    private static final int LAST_PRICE = 1;
    private static final int OPEN = 1 << 1;
    private static final int HIGH = 1 << 2;
    private static final int LOW = 1 << 3;
    private static final int PRE_CLOSE = 1 << 4;
    private static final int LIMIT_UP = 1 << 5;
    private static final int LIMIT_DOWN = 1 << 6;
    private static final int VOLUME = 1 << 7;
    private static final int TURNOVER = 1 << 8;
    private static final int OPEN_INTEREST = 1 << 9;
    private static final int LAST_VOLUME = 1 << 10;
    private static final int NAME = 1 << 11;
    private static final int LOCAL_TIME = 1 << 12;
    private static final int LEVELS_SHIFT = 13; // three bits: 0 to 5 levels

    private TickCodec() {}

    static void write(Tick tick, InstrumentEntry instrument, WireWriter out) {
        PriceScale scale = instrument.scale();
        Depth depth = tick.depth();
        boolean ownName = !tick.name().equals(instrument.name());
        int mask = bit(tick.lastPrice(), LAST_PRICE) | bit(tick.openPrice(), OPEN) | bit(tick.highPrice(), HIGH)
                | bit(tick.lowPrice(), LOW) | bit(tick.preClose(), PRE_CLOSE) | bit(tick.limitUp(), LIMIT_UP)
                | bit(tick.limitDown(), LIMIT_DOWN) | bit(tick.volume(), VOLUME) | bit(tick.turnover(), TURNOVER)
                | bit(tick.openInterest(), OPEN_INTEREST) | bit(tick.lastVolume(), LAST_VOLUME)
                | (ownName ? NAME : 0) | (tick.localTime() != null ? LOCAL_TIME : 0) | depth.levels() << LEVELS_SHIFT;
        out.writeByte(mask);
        out.writeByte(mask >> 8);
        long time = WireWriter.toNanos(tick.time());
        out.writeLong(time);
        if (tick.localTime() != null) out.writeSigned(WireWriter.toNanos(tick.localTime()) - time);
        if (ownName) out.writeText(tick.name());
        if ((mask & LAST_PRICE) != 0) writePrice(tick.lastPrice(), scale, 0, out);
        long base = base(tick.lastPrice(), scale);
        if ((mask & OPEN) != 0) writePrice(tick.openPrice(), scale, base, out);
        if ((mask & HIGH) != 0) writePrice(tick.highPrice(), scale, base, out);
        if ((mask & LOW) != 0) writePrice(tick.lowPrice(), scale, base, out);
        if ((mask & PRE_CLOSE) != 0) writePrice(tick.preClose(), scale, base, out);
        if ((mask & LIMIT_UP) != 0) writePrice(tick.limitUp(), scale, base, out);
        if ((mask & LIMIT_DOWN) != 0) writePrice(tick.limitDown(), scale, base, out);
        if ((mask & VOLUME) != 0) out.writeQuantity(tick.volume());
        if ((mask & TURNOVER) != 0) out.writeQuantity(tick.turnover());
        if ((mask & OPEN_INTEREST) != 0) out.writeQuantity(tick.openInterest());
        if ((mask & LAST_VOLUME) != 0) out.writeQuantity(tick.lastVolume());
        for (int level = 1; level <= depth.levels(); level++) {
            writePrice(depth.bidPrice(level), scale, base, out);
            out.writeQuantity(depth.bidVolume(level));
            writePrice(depth.askPrice(level), scale, base, out);
            out.writeQuantity(depth.askVolume(level));
        }
    }

    static Tick read(String gateway, InstrumentId instrument, String knownName, PriceScale scale, WireReader in)
            throws WireException {
        int mask = in.readByte() | in.readByte() << 8;
        long nanos = in.readLong();
        Instant time = WireReader.toInstant(nanos);
        Instant localTime = (mask & LOCAL_TIME) == 0 ? null : WireReader.toInstant(nanos + in.readSigned());
        String name = (mask & NAME) == 0 ? knownName : in.readText();
        double last = (mask & LAST_PRICE) == 0 ? 0 : readPrice(scale, 0, in);
        long base = base(last, scale);
        double open = (mask & OPEN) == 0 ? 0 : readPrice(scale, base, in);
        double high = (mask & HIGH) == 0 ? 0 : readPrice(scale, base, in);
        double low = (mask & LOW) == 0 ? 0 : readPrice(scale, base, in);
        double preClose = (mask & PRE_CLOSE) == 0 ? 0 : readPrice(scale, base, in);
        double limitUp = (mask & LIMIT_UP) == 0 ? 0 : readPrice(scale, base, in);
        double limitDown = (mask & LIMIT_DOWN) == 0 ? 0 : readPrice(scale, base, in);
        double volume = (mask & VOLUME) == 0 ? 0 : in.readQuantity();
        double turnover = (mask & TURNOVER) == 0 ? 0 : in.readQuantity();
        double openInterest = (mask & OPEN_INTEREST) == 0 ? 0 : in.readQuantity();
        double lastVolume = (mask & LAST_VOLUME) == 0 ? 0 : in.readQuantity();
        Depth depth = readDepth(mask >> LEVELS_SHIFT, scale, base, in);
        return new Tick(gateway, instrument, time, name, volume, turnover, openInterest, last, lastVolume, limitUp,
                limitDown, open, high, low, preClose, depth, localTime);
    }

    private static Depth readDepth(int levels, PriceScale scale, long base, WireReader in) throws WireException {
        if (levels == 0) return Depth.NONE;
        if (levels > Depth.MAX_LEVELS) throw new WireException("a tick has " + levels + " levels");
        if (levels == 1) {
            double bidPrice = readPrice(scale, base, in);
            double bidVolume = in.readQuantity();
            double askPrice = readPrice(scale, base, in);
            return Depth.of(bidPrice, bidVolume, askPrice, in.readQuantity());
        }
        double[] values = new double[levels * 4];
        for (int i = 0; i < values.length; i += 2) {
            values[i] = readPrice(scale, base, in);
            values[i + 1] = in.readQuantity();
        }
        return Depth.ofLevels(values);
    }

    private static int bit(double value, int bit) {
        return Double.doubleToRawLongBits(value) == 0 ? 0 : bit;
    }

    private static long base(double lastPrice, PriceScale scale) {
        long ticks = scale.toTicks(lastPrice);
        return ticks == PriceScale.NOT_A_MULTIPLE ? 0 : ticks;
    }

    private static void writePrice(double price, PriceScale scale, long base, WireWriter out) {
        long ticks = scale.toTicks(price);
        if (ticks == PriceScale.NOT_A_MULTIPLE) {
            out.writeByte(1);
            out.writeDouble(price);
        } else {
            long distance = ticks - base;
            out.writeVarint((distance << 1 ^ distance >> 63) << 1);
        }
    }

    private static double readPrice(PriceScale scale, long base, WireReader in) throws WireException {
        long value = in.readVarint();
        if ((value & 1) == 0) {
            long zigzag = value >>> 1;
            return scale.toPrice(base + (zigzag >>> 1 ^ -(zigzag & 1)));
        }
        if (value != 1) throw new WireException("not a price: " + value);
        return in.readDouble();
    }
}

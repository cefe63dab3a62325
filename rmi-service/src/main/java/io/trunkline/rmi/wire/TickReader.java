package io.trunkline.rmi.wire;

import static io.trunkline.rmi.wire.TickLayout.LEVEL;
import static io.trunkline.rmi.wire.TickLayout.LEVELS_IN_FIRST_WORD;
import static io.trunkline.rmi.wire.TickLayout.NONE;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.time.Instant;

/** Reads what {@link TickWriter} wrote. For one thread. */
final class TickReader {

    // what a depth is made from, by its number of levels; it copies them
    private final double[][] figures = new double[Depth.MAX_LEVELS + 1][];

    TickReader() {
        for (int levels = 0; levels <= Depth.MAX_LEVELS; levels++) figures[levels] = new double[levels * 4];
    }

    Tick read(String gateway, InstrumentId instrument, String knownName, PriceScale scale, WireReader in)
            throws WireException {
        in.makeReadable(TickLayout.LONGEST);
        long codes = in.readLong();
        long nanos = in.readLong();
        int levels = code(codes, TickLayout.LEVELS);
        if (levels > Depth.MAX_LEVELS) throw new WireException("a tick has " + levels + " levels");
        long moreCodes = levels > LEVELS_IN_FIRST_WORD ? in.readWhole(TickLayout.MORE_CODES) : 0;
        Instant localTime = localTime(code(codes, TickLayout.LOCAL_TIME), nanos, in);
        int lastCode = code(codes, TickLayout.LAST_PRICE);
        long lastValue = in.readWhole(lastCode);
        long base = lastCode < NONE ? TickLayout.unzigzag(lastValue) : 0;
        double last = lastCode < NONE ? scale.toPrice(base) : Double.longBitsToDouble(lastValue);
        double open = price(code(codes, TickLayout.OPEN), scale, base, in);
        double high = price(code(codes, TickLayout.HIGH), scale, base, in);
        double low = price(code(codes, TickLayout.LOW), scale, base, in);
        double preClose = price(code(codes, TickLayout.PRE_CLOSE), scale, base, in);
        double limitUp = price(code(codes, TickLayout.LIMIT_UP), scale, base, in);
        double limitDown = price(code(codes, TickLayout.LIMIT_DOWN), scale, base, in);
        double volume = quantity(code(codes, TickLayout.VOLUME), in);
        double turnover = quantity(code(codes, TickLayout.TURNOVER), in);
        double openInterest = quantity(code(codes, TickLayout.OPEN_INTEREST), in);
        double lastVolume = quantity(code(codes, TickLayout.LAST_VOLUME), in);
        Depth depth = depth(levels, codes >>> TickLayout.FIRST_LEVELS, moreCodes, scale, base, in);
        String name = (codes & 1L << TickLayout.NAME) == 0 ? knownName : in.readText();
        return new Tick(gateway, instrument, WireReader.toInstant(nanos), name, volume, turnover, openInterest, last,
                lastVolume, limitUp, limitDown, open, high, low, preClose, depth, localTime);
    }

    private Depth depth(int levels, long firstCodes, long moreCodes, PriceScale scale, long base, WireReader in) {
        if (levels == 0) return Depth.NONE;
        if (levels == 1) {
            double bidPrice = price(code(firstCodes, 0), scale, base, in);
            double bidVolume = quantity(code(firstCodes, 3), in);
            double askPrice = price(code(firstCodes, 6), scale, base, in);
            return Depth.of(bidPrice, bidVolume, askPrice, quantity(code(firstCodes, 9), in));
        }
        double[] values = figures[levels];
        for (int level = 0; level < levels; level++) {
            long codes = level < LEVELS_IN_FIRST_WORD ? firstCodes >>> level * LEVEL
                    : moreCodes >>> (level - LEVELS_IN_FIRST_WORD) * LEVEL;
            int at = level * 4;
            values[at] = price(code(codes, 0), scale, base, in);
            values[at + 1] = quantity(code(codes, 3), in);
            values[at + 2] = price(code(codes, 6), scale, base, in);
            values[at + 3] = quantity(code(codes, 9), in);
        }
        return Depth.ofLevels(values);
    }

    private static int code(long codes, int at) {
        return (int) (codes >>> at) & 7;
    }

    private static Instant localTime(int code, long time, WireReader in) {
        long value = in.readWhole(code);
        if (code == NONE) return null;
        return WireReader.toInstant(time + (code < NONE ? TickLayout.unzigzag(value) : value));
    }

    private static double price(int code, PriceScale scale, long base, WireReader in) {
        long value = in.readWhole(code);
        return code < NONE ? scale.toPrice(base + TickLayout.unzigzag(value)) : Double.longBitsToDouble(value);
    }

    private static double quantity(int code, WireReader in) {
        long value = in.readWhole(code);
        return code < NONE ? value : Double.longBitsToDouble(value);
    }
}

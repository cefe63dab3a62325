package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a CTP depth record keeps its figures, and how a tick is made of them. For one thread. */
final class TickColumns {

    static final String LAYOUT = "CTP depth records (TradingDay, InstrumentID, ... BidPrice1, ... ActionDay)";

    private static final List<String> NAMES = List.of("TradingDay", "InstrumentID", "ExchangeID", "LastPrice",
            "PreClosePrice", "OpenPrice", "HighestPrice", "LowestPrice", "Volume", "Turnover", "OpenInterest",
            "UpperLimitPrice", "LowerLimitPrice", "UpdateTime", "UpdateMillisec", "ActionDay");
    private static final int EVENING_FROM = 16 * 3600; // no session of any exchange runs from here ...
    private static final int EVENING_TO = (20 * 60 + 50) * 60; // ... to here, just before the first night auction

    private final int[] places;
    private final int[] levels;
    private final double[] depth;
    private final Shanghai calendar = new Shanghai();

    private TickColumns(int[] places, int[] levels) {
        this.places = places;
        this.levels = levels;
        this.depth = new double[levels.length];
    }

    /** The columns of a file, in whatever order. */
    static TickColumns of(CsvFile file) throws RecordingException {
        List<String> book = new ArrayList<>();
        for (int level = 1; level <= Depth.MAX_LEVELS; level++) {
            book.addAll(List.of("BidPrice" + level, "BidVolume" + level, "AskPrice" + level, "AskVolume" + level));
        }
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(book);
        file.require(all, LAYOUT);
        Map<String, Integer> columns = file.columns();
        return new TickColumns(NAMES.stream().mapToInt(columns::get).toArray(),
                book.stream().mapToInt(columns::get).toArray());
    }

    String symbol(Fields fields) {
        return fields.text(places[1]);
    }

    String exchange(Fields fields) {
        return fields.text(places[2]);
    }

    /** Reads a line. */
    TickRow row(Fields fields, Contract contract) throws BadLineException {
        int tradingDay = fields.whole(places[0]);
        int actionDay = fields.isEmpty(places[15]) ? tradingDay : fields.whole(places[15]);
        int second = fields.secondOfDay(places[13]);
        int milli = fields.isEmpty(places[14]) ? 0 : fields.whole(places[14]);
        if (milli > 999) throw new BadLineException("'" + milli + "' is not a millisecond");
        for (int i = 0; i < levels.length; i += 2) {
            depth[i] = fields.decimal(levels[i]);
            depth[i + 1] = amount(fields, levels[i + 1]);
        }
        long millis = calendar.midnightMillis(actionDay) + second * 1000L + milli;
        Tick tick = tick(fields, contract, Instant.ofEpochMilli(millis));
        boolean evening = actionDay < tradingDay && tick.volume() == 0 && tick.depth().levels() == 0
                && second >= EVENING_FROM && second < EVENING_TO;
        return new TickRow(evening ? TickRow.Kind.EVENING_BEFORE : TickRow.Kind.TICK, millis,
                calendar.epochDay(tradingDay), tick, "");
    }

    private Tick tick(Fields fields, Contract contract, Instant time) throws BadLineException {
        return Tick.builder().gateway(contract.gateway()).instrument(contract.instrument()).time(time)
                .name(contract.name())
                .lastPrice(fields.decimal(places[3])).preClose(fields.decimal(places[4]))
                .openPrice(fields.decimal(places[5])).highPrice(fields.decimal(places[6]))
                .lowPrice(fields.decimal(places[7])).volume(amount(fields, places[8]))
                .turnover(fields.decimal(places[9])).openInterest(amount(fields, places[10]))
                .limitUp(fields.decimal(places[11])).limitDown(fields.decimal(places[12]))
                .depth(Depth.ofLevels(depth)).build();
    }

    private static double amount(Fields fields, int place) throws BadLineException {
        double amount = fields.decimal(place);
        if (amount < 0) throw new BadLineException("'" + fields.text(place) + "' is below zero");
        return amount;
    }
}

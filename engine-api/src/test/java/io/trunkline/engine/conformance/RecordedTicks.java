package io.trunkline.engine.conformance;

import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recorded ticks of one trading day, as far as bars need them. */
public final class RecordedTicks {

    /** The zone of the recorded times. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RecordedTicks() {}

    /** The ticks of a symbol on 2020-08-10 in file order, without the row of the evening before. */
    public static List<Tick> of(String symbol) {
        List<String[]> rows = Vectors.lines("ctp-" + symbol + "-20200810.csv.gz").stream().map(RecordedTicks::cells)
                .toList();
        Map<String, Integer> columns = new HashMap<>();
        for (String name : rows.get(0)) columns.put(name, columns.size());
        return rows.stream().skip(1)
                .filter(row -> row[columns.get("ActionDay")].equals(row[columns.get("TradingDay")]))
                .map(row -> tick(symbol, row, columns))
                .toList();
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split(",")).map(cell -> cell.substring(1, cell.length() - 1)).toArray(String[]::new);
    }

    private static Tick tick(String symbol, String[] row, Map<String, Integer> columns) {
        LocalDate day = LocalDate.parse(row[columns.get("ActionDay")], DateTimeFormatter.BASIC_ISO_DATE);
        LocalTime time = LocalTime.parse(row[columns.get("UpdateTime")]);
        return Tick.builder().gateway("SIM").instrument(new InstrumentId(symbol, Exchange.CZCE))
                .time(day.atTime(time).atZone(ZONE).toInstant())
                .lastPrice(Double.parseDouble(row[columns.get("LastPrice")]))
                .highPrice(Double.parseDouble(row[columns.get("HighestPrice")]))
                .lowPrice(Double.parseDouble(row[columns.get("LowestPrice")]))
                .volume(Double.parseDouble(row[columns.get("Volume")]))
                .turnover(Double.parseDouble(row[columns.get("Turnover")]))
                .openInterest(Double.parseDouble(row[columns.get("OpenInterest")]))
                .build();
    }
}

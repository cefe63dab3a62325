package io.trunkline.engine.sim;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes tick files as CTP records them. */
final class Rows {

    private static final List<String> COLUMNS = columns();

    private final Map<String, String> values = new LinkedHashMap<>();

    private Rows() {
        COLUMNS.forEach(column -> values.put(column, column.contains("Volume") ? "0" : "0.00"));
    }

    /** A row with a one-level book of 5 lots at 100 and 102. */
    static Rows row(String symbol, String day, String time, long volume) {
        return new Rows().with("TradingDay", day).with("ActionDay", day).with("InstrumentID", symbol)
                .with("ExchangeID", "").with("ExchangeInstID", "").with("LastPrice", "101.00")
                .with("SettlementPrice", "N/A").with("UpdateTime", time).with("UpdateMillisec", "000")
                .with("Volume", Long.toString(volume)).book(100, 5, 102, 5);
    }

    Rows with(String column, String value) {
        if (!values.containsKey(column)) throw new IllegalArgumentException(column);
        values.put(column, value);
        return this;
    }

    Rows book(double bid, int bidVolume, double ask, int askVolume) {
        return with("BidPrice1", Double.toString(bid)).with("BidVolume1", Integer.toString(bidVolume))
                .with("AskPrice1", Double.toString(ask)).with("AskVolume1", Integer.toString(askVolume));
    }

    @Override
    public String toString() {
        return values.values().stream().collect(Collectors.joining("\",\"", "\"", "\""));
    }

    static String header() {
        return "\"" + String.join("\",\"", COLUMNS) + "\"";
    }

    /** Writes a file of the header and rows (texts or {@link Rows}). */
    static Path write(Path file, Object... rows) {
        StringBuilder text = new StringBuilder(header()).append('\n');
        for (Object row : rows) text.append(row).append('\n');
        return writeText(file, text.toString());
    }

    static Path writeText(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataFile data(String text) {
        return new DataFile("test.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static DataFile data(Object... rows) {
        StringBuilder text = new StringBuilder(header()).append('\n');
        for (Object row : rows) text.append(row).append('\n');
        return data(text.toString());
    }

    static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> columns() {
        List<String> names = new ArrayList<>(List.of("TradingDay", "InstrumentID", "ExchangeID", "ExchangeInstID",
                "LastPrice",
                "PreSettlementPrice", "PreClosePrice", "PreOpenInterest", "OpenPrice", "HighestPrice", "LowestPrice",
                "Volume", "Turnover", "OpenInterest", "ClosePrice", "SettlementPrice", "UpperLimitPrice",
                        "LowerLimitPrice",
                "PreDelta", "CurrDelta", "UpdateTime", "UpdateMillisec"));
        for (int level = 1; level <= 5; level++) {
            names.addAll(List.of("BidPrice" + level, "BidVolume" + level, "AskPrice" + level, "AskVolume" + level));
        }
        names.addAll(List.of("AveragePrice", "ActionDay"));
        return names;
    }
}

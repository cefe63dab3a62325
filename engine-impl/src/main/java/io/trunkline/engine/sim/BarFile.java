package io.trunkline.engine.sim;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Interval;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads recorded minute or daily bars; the header tells which. */
final class BarFile {

    private static final List<String> PRICES =
            List.of("Open", "High", "Low", "Close", "Volume", "Amount", "EndOpenInt");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private BarFile() {}

    /**
     * Reads all bars of a file, oldest first. A line that cannot be read is reported and left out.
     *
     * @throws RecordingException if the file cannot be used
     */
    static List<RecordedBar> read(BarSource source, String gateway, Consumer<String> problems)
            throws RecordingException {
        try (CsvFile csv = CsvFile.open(source.file())) {
            boolean daily = !csv.columns().containsKey("BeginTime") && csv.columns().containsKey("Date");
            csv.require(List.of(daily ? "Date" : "BeginTime"),
                    "minute bars (BeginTime, ...) and daily bars (Date, ...)");
            csv.require(PRICES, (daily ? "daily" : "minute") + " bars with " + String.join(", ", PRICES));
            List<BarRow> rows = rows(csv, daily, problems);
            if (rows.isEmpty()) {
                throw new RecordingException(csv.name() + " has no bars; leave it out of the setting bars");
            }
            rows.sort(Comparator.comparing(BarRow::begin));
            return daily ? daily(rows, source, gateway) : minutes(rows, source, gateway);
        } catch (IOException e) {
            throw CsvFile.unreadable(source.file(), e);
        }
    }

    private static List<BarRow> rows(CsvFile csv, boolean daily, Consumer<String> problems) throws IOException {
        List<BarRow> rows = new ArrayList<>();
        while (csv.next()) {
            try {
                rows.add(row(csv, csv.fields(), daily));
            } catch (BadLineException | DateTimeParseException e) {
                problems.accept(csv.name() + " line " + csv.line() + ": " + e.getMessage());
            }
        }
        return rows;
    }

    private static BarRow row(CsvFile csv, Fields fields, boolean daily) throws BadLineException {
        String time = fields.text(csv.columns().get(daily ? "Date" : "BeginTime"));
        LocalDateTime begin = daily
                ? LocalDate.parse(time, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay()
                : LocalDateTime.parse(time, MINUTE);
        double[] values = new double[PRICES.size()];
        for (int i = 0; i < values.length; i++) values[i] = fields.decimal(csv.columns().get(PRICES.get(i)));
        return new BarRow(begin, values[4], values[5], values[6], values[0], values[1], values[2], values[3]);
    }

    private static List<RecordedBar> daily(List<BarRow> rows, BarSource source, String gateway) {
        return rows.stream().map(row -> new RecordedBar(
                bar(row, source, gateway, Interval.DAILY), row.begin().toLocalDate())).toList();
    }

    private static List<RecordedBar> minutes(List<BarRow> rows, BarSource source, String gateway) {
        TradingDays days = new TradingDays(rows.stream().map(BarRow::begin).toList());
        return BarRanges.own(rows, row -> days.of(row.begin())).stream().map(row -> new RecordedBar(
                bar(row, source, gateway, Interval.MINUTE), days.of(row.begin()))).toList();
    }

    private static Bar bar(BarRow row, BarSource source, String gateway, Interval interval) {
        return new Bar(gateway, source.instrument(), Shanghai.instant(row.begin()), interval, row.volume(),
                row.turnover(), row.openInterest(), row.open(), row.high(), row.low(), row.close());
    }

    /** The daily bars that minute bars add up to, each at midnight of its trading day. */
    static List<RecordedBar> perTradingDay(List<RecordedBar> minutes) {
        List<RecordedBar> days = new ArrayList<>();
        for (RecordedBar minute : minutes) {
            RecordedBar day = days.isEmpty() ? null : days.get(days.size() - 1);
            if (day != null && day.tradingDay().equals(minute.tradingDay())) {
                days.set(days.size() - 1, new RecordedBar(joined(day.bar(), minute.bar()), day.tradingDay()));
            } else {
                Bar bar = minute.bar();
                days.add(new RecordedBar(new Bar(bar.gateway(), bar.instrument(),
                        Shanghai.instant(minute.tradingDay().atTime(LocalTime.MIDNIGHT)), Interval.DAILY, bar.volume(),
                        bar.turnover(), bar.openInterest(), bar.open(), bar.high(), bar.low(), bar.close()),
                        minute.tradingDay()));
            }
        }
        return days;
    }

    private static Bar joined(Bar day, Bar minute) {
        return new Bar(day.gateway(), day.instrument(), day.time(), day.interval(), day.volume() + minute.volume(),
                day.turnover() + minute.turnover(), minute.openInterest(), day.open(),
                Math.max(day.high(), minute.high()), Math.min(day.low(), minute.low()), minute.close());
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.launcher.text.DateText;
import io.trunkline.launcher.text.Zones;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The options that say which bars. Dates and times are those of the exchange's own clock. */
final class BarRange {

    @Option(names = "--from", paramLabel = "DATE",
            description = "First day of bars, such as 2018-12-03, or a time 2018-12-03T09:00.")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day of bars, or a time; no end if not given.")
    private String to;

    @Option(names = "--interval", paramLabel = "1m|1h|d|w", description = "Span of the bars; 1m if not given.")
    private String interval;

    boolean isGiven() {
        return from != null || to != null || interval != null;
    }

    /** The request for the bars of an instrument. */
    HistoryRequest request(String gateway, InstrumentId instrument) {
        if (from == null) throw CommandException.usage("bars need --from, such as --from 2018-12-03");
        ZoneId zone = Zones.of(instrument.exchange());
        Instant start = instant("--from", from, LocalTime.MIN, zone);
        Instant end = to == null ? null : instant("--to", to, LocalTime.MAX, zone);
        if (end != null && end.isBefore(start)) {
            throw CommandException.usage("--to " + to + " is before --from " + from);
        }
        try {
            return new HistoryRequest(gateway, instrument, start, end,
                    Interval.parse(interval == null ? "1m" : interval));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private static Instant instant(String option, String text, LocalTime ofDay, ZoneId zone) {
        try {
            return DateText.parse(text, ofDay, zone);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(option + " " + e.getMessage());
        }
    }
}

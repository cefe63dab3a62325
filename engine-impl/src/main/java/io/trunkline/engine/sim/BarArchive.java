package io.trunkline.engine.sim;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The recorded bars, answered by instrument and interval. Where an instrument has minute bars only, its daily bars are
 * made of them, by trading day. Immutable.
 */
final class BarArchive {

    private final Map<InstrumentId, Map<Interval, List<Bar>>> bars = new HashMap<>();

    private BarArchive() {}

    static BarArchive read(List<BarSource> sources, String gateway, Consumer<String> problems)
            throws RecordingException {
        Map<InstrumentId, List<RecordedBar>> read = new HashMap<>();
        for (BarSource source : sources) {
            read.computeIfAbsent(source.instrument(), id -> new ArrayList<>())
                    .addAll(BarFile.read(source, gateway, problems));
        }
        BarArchive archive = new BarArchive();
        read.forEach(archive::add);
        return archive;
    }

    private void add(InstrumentId instrument, List<RecordedBar> recorded) {
        recorded.sort(Comparator.comparing((RecordedBar bar) -> bar.bar().time()));
        Map<Interval, List<Bar>> byInterval = new TreeMap<>();
        for (RecordedBar bar : recorded) {
            byInterval.computeIfAbsent(bar.bar().interval(), interval -> new ArrayList<>()).add(bar.bar());
        }
        byInterval.computeIfAbsent(Interval.DAILY,
                interval -> BarFile.perTradingDay(recorded).stream().map(RecordedBar::bar).toList());
        bars.put(instrument, byInterval);
    }

    Set<InstrumentId> instruments() {
        return bars.keySet();
    }

    /** The bars that begin in the range asked for, its ends included. */
    History answer(HistoryRequest request) {
        Map<Interval, List<Bar>> byInterval = bars.get(request.instrument());
        if (byInterval == null) {
            return History.refused("no-history",
                    "there are no bars of " + request.instrument() + "; there are " + available());
        }
        List<Bar> all = byInterval.get(request.interval());
        if (all == null) {
            return History.refused("no-interval", "there are no bars of " + request.instrument() + " of the interval "
                    + request.interval().text() + "; there are " + available());
        }
        return History.bars(all.stream().filter(bar -> !bar.time().isBefore(request.start())
                && (request.end() == null || !bar.time().isAfter(request.end()))).toList());
    }

    private String available() {
        if (bars.isEmpty()) return "none at all";
        NavigableMap<String, String> texts = new TreeMap<>();
        bars.forEach((instrument, byInterval) -> texts.put(instrument.toString(), instrument + " "
                + String.join(" and ", new TreeSet<>(byInterval.keySet()).stream().map(Interval::text).toList())));
        return String.join(", ", texts.values());
    }
}

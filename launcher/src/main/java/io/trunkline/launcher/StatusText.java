package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.plugin.Monitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says in one line what an engine is doing: the states of its gateways, events a second since the text before, the
 * sessions of its apps and how far they lag behind, and how the streams of its gateways are. For one thread.
 */
final class StatusText {

    private static final double SECOND = 1e9;

    private final MainEngine engine;
    private long eventsBefore;
    private long nanosBefore;

    /** @param nanos the clock's reading now, as all later ones from {@link System#nanoTime} or a test's own */
    StatusText(MainEngine engine, long nanos) {
        this.engine = engine;
        this.eventsBefore = engine.events().stats().dispatched();
        this.nanosBefore = nanos;
    }

    /** Such as {@code LIVE SIM | 3 sessions | 12,345 ev/s | lag 0}. */
    String line(long nanos) {
        StringBuilder line = new StringBuilder(states());
        List<Monitor> sessions = sessions();
        if (!sessions.isEmpty()) line.append(" | ").append(count(sessions));
        line.append(" | ").append(String.format(Locale.ROOT, "%,d ev/s", rate(nanos)));
        if (!sessions.isEmpty()) line.append(String.format(Locale.ROOT, " | lag %,d", lag(sessions)));
        for (Gateway gateway : engine.gateways()) line.append(stream(gateway));
        return line.toString();
    }

    private String states() {
        Map<String, List<String>> names = engine.gateways().stream().map(Gateway::status)
                .collect(Collectors.groupingBy(status -> status.state().name(), TreeMap::new,
                        Collectors.mapping(status -> status.gateway(), Collectors.toList())));
        if (names.isEmpty()) return "no gateway";
        return names.entrySet().stream().map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private long rate(long nanos) {
        long events = engine.events().stats().dispatched();
        double seconds = Math.max((nanos - nanosBefore) / SECOND, 1 / SECOND);
        long rate = Math.round((events - eventsBefore) / seconds);
        eventsBefore = events;
        nanosBefore = nanos;
        return rate;
    }

    private List<Monitor> sessions() {
        return engine.apps().stream().flatMap(app -> app.monitors().stream())
                .filter(monitor -> monitor.name().equals("sessions")).toList();
    }

    private static String count(List<Monitor> sessions) {
        int count = sessions.stream().mapToInt(monitor -> monitor.rows().get().size()).sum();
        return count + (count == 1 ? " session" : " sessions");
    }

    /** By how many events the session that is furthest behind is behind. */
    private static long lag(List<Monitor> sessions) {
        return sessions.stream().filter(monitor -> monitor.columns().contains("lag"))
                .flatMap(monitor -> monitor.rows().get().stream()
                        .map(row -> row.get(monitor.columns().indexOf("lag"))))
                .filter(Number.class::isInstance).mapToLong(lag -> ((Number) lag).longValue()).max().orElse(0);
    }

    private String stream(Gateway gateway) {
        boolean hasStream = gateway.monitors().stream().anyMatch(monitor -> monitor.name().equals("stream"));
        if (!hasStream) return "";
        StreamSummary stream = StreamSummary.of(engine, gateway);
        return String.format(Locale.ROOT, " | conflated %,d", stream.conflated())
                + (stream.lost() == 0 ? "" : String.format(Locale.ROOT, " | LOST %,d", stream.lost()))
                + " | " + stream.books().words();
    }
}

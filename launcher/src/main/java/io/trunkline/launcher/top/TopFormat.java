package io.trunkline.launcher.top;

import io.trunkline.launcher.text.Csv;
import io.trunkline.launcher.text.Json;
import io.trunkline.launcher.text.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The forms in which a server's sessions are written. */
public enum TopFormat {
    /** A line about the server and aligned columns of the main figures, times in this machine's zone. */
    TABLE {
        @Override
        public List<String> lines(ServerView view, Instant now, boolean isFirst) {
            Map<String, Object> figures = view.figures();
            List<String> lines = new ArrayList<>();
            lines.add(CLOCK.format(now.atZone(ZoneId.systemDefault())) + "  server " + Table.text(view.address())
                    + "  sessions " + view.sessions().size()
                    + figure(figures, "encoded events/s", "  encoded %s events/s")
                    + figure(figures, "sent events/s", "  sent %s events/s")
                    + figure(figures, "sent KiB/s", " %s KiB/s"));
            lines.add("queued " + Table.text(figures.getOrDefault("events queued in the engine", "?"))
                    + figure(figures, "published to dispatched p99 us", "  published to dispatched p99 %s us")
                    + figure(figures, "ticks conflated", "  conflated %s")
                    + figure(figures, "sessions reset", "  resets %s")
                    + figure(figures, "clients refused", "  refused %s")
                    + figure(figures, "handler faults", "  handler faults %s"));
            List<String> known = view.columns();
            List<String> columns = SHOWN.stream().filter(known::contains).toList();
            Table table = new Table(columns);
            for (List<Object> row : view.sessions()) {
                table.add(columns.stream().map(column -> cell(row.get(known.indexOf(column)))).toList());
            }
            lines.addAll(table.lines());
            return lines;
        }
    },
    /** Comma-separated values with a line of headings at first; every column, led by the time in UTC. */
    CSV {
        @Override
        public List<String> lines(ServerView view, Instant now, boolean isFirst) {
            List<String> lines = new ArrayList<>();
            if (isFirst) lines.add(Csv.line(led("time", view.columns())));
            view.sessions().forEach(row -> lines.add(Csv.line(led(now, row))));
            return lines;
        }
    },
    /** A JSON object with the server's figures, then one a session; times in UTC. */
    JSON {
        @Override
        public List<String> lines(ServerView view, Instant now, boolean isFirst) {
            List<String> lines = new ArrayList<>();
            Json server = new Json().put("event", "server").put("time", now);
            view.figures().forEach(server::put);
            lines.add(server.toString());
            List<String> columns = view.columns();
            for (List<Object> row : view.sessions()) {
                Json session = new Json().put("event", "session").put("time", now);
                for (int i = 0; i < row.size(); i++) session.put(columns.get(i), row.get(i));
                lines.add(session.toString());
            }
            return lines;
        }
    };

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final List<String> SHOWN = List.of("session", "client", "address", "since", "instruments", "lag",
            "conflated", "events/s", "KiB/s", "encoded to written p99 us", "refused", "state");

    /**
     * The lines that show a server.
     *
     * @param isFirst whether nothing was written before them
     */
    public abstract List<String> lines(ServerView view, Instant now, boolean isFirst);

    private static String figure(Map<String, Object> figures, String name, String text) {
        Object value = figures.get(name);
        return value == null ? "" : String.format(text, Table.text(value));
    }

    private static Object cell(Object value) {
        return value instanceof Instant time ? CLOCK.format(time.atZone(ZoneId.systemDefault())) : value;
    }

    private static List<Object> led(Object first, List<?> rest) {
        List<Object> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}

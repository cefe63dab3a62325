package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.StateRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Records in which the books and the server's differed, for a person to look into. For one thread. */
final class Differences {

    private static final int MOST = 10; // of a kind that are named

    private final Map<RecordKind, List<String>> lines = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Integer> counts = new EnumMap<>(RecordKind.class);

    /** The kinds in words, such as {@code orders, trades}. */
    static String names(Collection<RecordKind> kinds) {
        return kinds.stream().map(Differences::name).collect(Collectors.joining(", "));
    }

    static String name(RecordKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "s";
    }

    /** Notes a record as it is here and at the server; null where there is none. */
    void add(StateRecord here, StateRecord atServer) {
        StateRecord any = here != null ? here : atServer;
        RecordKind kind = RecordKind.of(any);
        List<String> named = lines.computeIfAbsent(kind, key -> new ArrayList<>());
        counts.merge(kind, 1, Integer::sum);
        if (named.size() == MOST) return;
        named.add(kind.name().toLowerCase(Locale.ROOT) + " " + any.id() + " differed: here "
                + text(here) + ", at the server " + text(atServer));
    }

    private static String text(StateRecord record) {
        return record == null ? "none" : record.toString();
    }

    /** What was noted, in sentences: one for each of the first ten records of a kind, and one for the others. */
    List<String> sentences() {
        List<String> all = new ArrayList<>();
        lines.forEach((kind, named) -> {
            all.addAll(named);
            int more = counts.get(kind) - named.size();
            if (more > 0) all.add(more + " more " + name(kind) + " differed");
        });
        return all;
    }
}

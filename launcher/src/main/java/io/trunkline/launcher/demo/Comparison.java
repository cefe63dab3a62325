package io.trunkline.launcher.demo;

import io.trunkline.engine.model.RecordKind;
import io.trunkline.launcher.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares the clients' books with the server's.
 *
 * @param server what the server has
 * @param clients what each client has
 */
record Comparison(Party server, List<Party> clients) {

    private static final List<RecordKind> KINDS = List.of(RecordKind.CONTRACT, RecordKind.ORDER, RecordKind.TRADE,
            RecordKind.POSITION, RecordKind.ACCOUNT, RecordKind.QUOTE);
    private static final List<String> FAULTS = List.of("gaps", "duplicates", "lost", "differed");

    /** Whether every client has what the server has, and nothing was lost, doubled or out of order on the way. */
    boolean isEqual() {
        return KINDS.stream().allMatch(this::isEqual) && clients.stream().allMatch(this::hasAllTicks)
                && FAULTS.stream().allMatch(this::isZero);
    }

    private boolean isEqual(RecordKind kind) {
        return clients.stream().allMatch(client -> client.records(kind.name()).equals(server.records(kind.name())));
    }

    private boolean hasAllTicks(Party client) {
        if (client.figure("ticks") + client.figure("conflated") != server.figure("ticks")) return false;
        return client.figure("conflated") > 0
                || client.figures().get("checksum").equals(server.figures().get("checksum"));
    }

    private boolean isZero(String fault) {
        return clients.stream().allMatch(client -> client.figure(fault) == 0);
    }

    /** The table that shows it, kind by kind. */
    List<String> table() {
        List<String> headings = new ArrayList<>(List.of("", "server"));
        clients.forEach(client -> headings.add(client.name()));
        headings.add("equal");
        Table table = new Table(headings);
        for (RecordKind kind : KINDS) {
            String name = kind.name();
            table.add(row(name.toLowerCase(Locale.ROOT) + "s", server.records(name).size(),
                    clients.stream().map(client -> (Object) client.records(name).size()).toList(), isEqual(kind)));
        }
        table.add(row("ticks", server.figure("ticks"), figures("ticks"), clients.stream().allMatch(this::hasAllTicks)));
        table.add(row("ticks conflated", null, figures("conflated"), true));
        FAULTS.forEach(fault -> table.add(row(fault, null, figures(fault), isZero(fault))));
        return table.lines();
    }

    private List<Object> figures(String name) {
        return clients.stream().map(client -> (Object) client.figure(name)).toList();
    }

    private static List<Object> row(String name, Object atServer, List<Object> atClients, boolean isEqual) {
        List<Object> row = new ArrayList<>();
        row.add(name);
        row.add(atServer);
        row.addAll(atClients);
        row.add(isEqual ? "yes" : "NO");
        return row;
    }

    /** Some of the records in which a client and the server differ, for a person to look into. */
    List<String> differences() {
        return clients.stream().flatMap(client -> Stream.concat(
                only(client.name(), client.records(), server.records()),
                only("server, but not " + client.name(), server.records(), client.records()))).toList();
    }

    private static Stream<String> only(String who, List<String> records, List<String> others) {
        return records.stream().filter(record -> !others.contains(record)).limit(3)
                .map(record -> "only " + who + ": " + record);
    }
}

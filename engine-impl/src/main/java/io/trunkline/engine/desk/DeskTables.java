package io.trunkline.engine.desk;

import io.trunkline.engine.plugin.Monitor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The desk's tables. A limit that is not set is shown as nothing. Thread-safe. */
final class DeskTables {

    private static final String ALL = "(all)";

    private final Supplier<DeskRun> running; // gives null while the desk is stopped
    private final InstantSource clock;

    DeskTables(Supplier<DeskRun> running, InstantSource clock) {
        this.running = running;
        this.clock = clock;
    }

    List<Monitor> monitors() {
        return List.of(
                new Monitor("states", List.of("scope", "name", "state", "since", "set by"), this::states),
                new Monitor("limits", List.of("client", "active", "most active", "orders", "most orders", "cancels",
                        "most cancels", "in interval", "most in interval", "most lots", "most value"), this::limits),
                new Monitor("contracts", List.of("client", "contract", "orders", "most orders", "cancels",
                        "most cancels"), this::contracts),
                new Monitor("desk", List.of("figure", "value"), this::figures));
    }

    private List<List<Object>> states() {
        DeskRun run = running.get();
        return run == null ? List.of() : run.states().list().stream()
                .map(each -> List.<Object>of(each.scope().text(), each.name(), each.state().name(),
                        each.since(), each.by()))
                .toList();
    }

    private List<List<Object>> limits() {
        DeskRun run = running.get();
        if (run == null) return List.of();
        Instant now = clock.instant();
        Set<String> clients = new TreeSet<>(run.counts().clients(now));
        clients.addAll(run.working().clients());
        clients.addAll(run.settings().clients().keySet());
        clients.add(Texts.EVERYBODY);
        List<List<Object>> rows = new ArrayList<>();
        for (String client : clients) {
            Limits limits = limits(run, client);
            rows.add(List.of(shown(client),
                    run.working().count(client), limits.text(Limit.ACTIVE_ORDERS),
                    run.counts().count(Limit.DAY_ORDERS, client, null, now), limits.text(Limit.DAY_ORDERS),
                    run.counts().count(Limit.DAY_CANCELS, client, null, now), limits.text(Limit.DAY_CANCELS),
                    run.rate().count(client, now), limits.text(Limit.RATE),
                    limits.text(Limit.ORDER_VOLUME), limits.text(Limit.ORDER_VALUE)));
        }
        return rows;
    }

    private List<List<Object>> contracts() {
        DeskRun run = running.get();
        if (run == null) return List.of();
        Instant now = clock.instant();
        List<List<Object>> rows = new ArrayList<>();
        for (DayCounts.Row row : run.counts().rows(now)) {
            Limits limits = limits(run, row.client());
            rows.add(List.of(shown(row.client()), row.instrument(),
                    run.counts().count(Limit.CONTRACT_ORDERS, row, now), limits.text(Limit.CONTRACT_ORDERS),
                    run.counts().count(Limit.CONTRACT_CANCELS, row, now), limits.text(Limit.CONTRACT_CANCELS)));
        }
        return rows;
    }

    private List<List<Object>> figures() {
        DeskRun run = running.get();
        return run == null ? List.of() : List.of(
                List.of("refused", run.refused()),
                List.of("active orders", run.working().count(Texts.EVERYBODY)),
                List.of("orders in doubt", run.working().doubts().size()),
                List.of("states not ACTIVE", run.states().list().size()));
    }

    private static Limits limits(DeskRun run, String client) {
        return client.equals(Texts.EVERYBODY) ? run.settings().all() : run.settings().of(client);
    }

    private static String shown(String client) {
        return client.equals(Texts.EVERYBODY) ? ALL : client;
    }
}

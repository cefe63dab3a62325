package io.trunkline.engine.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.plugin.Proposals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The clients, contracts and gateway paths that a desk knows of. Safe from any thread. */
final class KnownNames {

    private static final int MOST_PROPOSED = 100;

    private final MainEngine engine;

    KnownNames(MainEngine engine) {
        this.engine = engine;
    }

    /** Those to propose for each scope: of contracts, of which there may be thousands, what is traded, held or seen. */
    Proposals proposals(DeskRun run) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(Scope.CLIENT.text(), some(clients(run), run, Scope.CLIENT));
        names.put(Scope.CONTRACT.text(), some(busyContracts(run), run, Scope.CONTRACT));
        names.put(Scope.GATEWAY.text(), some(gateways(), run, Scope.GATEWAY));
        return new Proposals(StateAction.SCOPE, names);
    }

    /** So many, those whose state was set first. */
    private static List<String> some(Set<String> names, DeskRun run, Scope scope) {
        Set<String> all = new LinkedHashSet<>();
        run.states().list().stream().filter(each -> each.scope() == scope).map(Switch::name).forEach(all::add);
        all.addAll(names);
        return all.stream().limit(MOST_PROPOSED).toList();
    }

    /** What a user should know who sets a state for a name that may be a slip; empty for one that is known. */
    String doubt(DeskRun run, Scope scope, String name) {
        return switch (scope) {
            case ALL -> "";
            case CLIENT -> clients(run).contains(name) ? "" : "no order of a client " + name + " was taken today";
            case CONTRACT -> engine.contract(InstrumentId.parse(name)).isPresent() ? ""
                    : "no gateway lists " + name + " at present";
            case GATEWAY -> gateways().contains(name) ? "" : "there is no gateway " + name + " at present, only "
                    + String.join(", ", gateways());
        };
    }

    private Set<String> clients(DeskRun run) {
        Set<String> clients = new TreeSet<>(run.counts().clients(now()));
        clients.addAll(run.working().clients());
        clients.addAll(run.settings().clients().keySet());
        clients.remove(Texts.EVERYBODY);
        clients.add(Texts.LOCAL);
        return clients;
    }

    private Set<String> busyContracts(DeskRun run) {
        Set<String> contracts = new TreeSet<>();
        run.counts().rows(now()).forEach(row -> contracts.add(row.instrument()));
        engine.positions().forEach(position -> contracts.add(position.instrument().toString()));
        engine.ticks().forEach(tick -> contracts.add(tick.instrument().toString()));
        return contracts;
    }

    private Set<String> gateways() {
        Set<String> gateways = new TreeSet<>();
        engine.gateways().stream().map(Gateway::name).forEach(gateways::add);
        engine.gatewayStatuses().stream().map(GatewayStatus::gateway).forEach(gateways::add);
        return gateways;
    }

    private Instant now() {
        return engine.options().clock().instant();
    }
}

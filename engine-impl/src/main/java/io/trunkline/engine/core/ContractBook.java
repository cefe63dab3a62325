package io.trunkline.engine.core;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The contracts, and which gateway paths list an instrument. The event thread writes, any thread reads. */
final class ContractBook {

    private final Ledger<Contract> ledger = new Ledger<>();
    private final Map<InstrumentId, List<String>> paths = new ConcurrentHashMap<>(); // immutable, first come first
    private final Map<InstrumentId, Map<String, Contract>> byInstrument = new ConcurrentHashMap<>();

    void put(Contract contract) {
        InstrumentId instrument = contract.instrument();
        byInstrument.computeIfAbsent(instrument, key -> new ConcurrentHashMap<>()).put(contract.gateway(), contract);
        List<String> known = paths.getOrDefault(instrument, List.of());
        if (!known.contains(contract.gateway())) {
            List<String> longer = new ArrayList<>(known);
            longer.add(contract.gateway());
            paths.put(instrument, List.copyOf(longer));
        }
        ledger.put(contract.id(), contract);
    }

    void remove(Set<Id> ids, String gateway) {
        for (Contract contract : ledger.remove(ids, gateway)) {
            byInstrument.get(contract.instrument()).remove(contract.gateway());
            paths.computeIfPresent(contract.instrument(), (instrument, known) -> {
                List<String> rest = known.stream().filter(path -> !path.equals(contract.gateway())).toList();
                return rest.isEmpty() ? null : rest;
            });
        }
    }

    Optional<Contract> find(InstrumentId instrument) {
        List<String> known = paths.get(instrument);
        return known == null ? Optional.empty() : find(known.get(0), instrument);
    }

    Optional<Contract> find(String gateway, InstrumentId instrument) {
        return Optional.ofNullable(byInstrument.get(instrument)).map(contracts -> contracts.get(gateway));
    }

    /** The gateway paths at or behind {@code root} that list an instrument. */
    List<String> listing(InstrumentId instrument, String root) {
        return paths.getOrDefault(instrument, List.of()).stream()
                .filter(path -> GatewayPath.isUnder(path, root)).toList();
    }

    List<Contract> all() {
        return ledger.all();
    }
}

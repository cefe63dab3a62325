package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the trading panel offers to choose from. */
final class Choices {

    private Choices() {}

    /** All exchanges; those at which a contract is listed come first. */
    static List<Exchange> exchanges(List<Contract> contracts) {
        Set<Exchange> listed = contracts.stream().map(contract -> contract.instrument().exchange())
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(listed.stream(), Stream.of(Exchange.values())).distinct().toList();
    }

    /** The paths of all gateways, by name, those behind others included. */
    static List<String> gateways(MainEngine engine) {
        return Stream.concat(engine.gateways().stream().map(Gateway::name),
                engine.gatewayStatuses().stream().map(GatewayStatus::gateway)).distinct().sorted().toList();
    }
}

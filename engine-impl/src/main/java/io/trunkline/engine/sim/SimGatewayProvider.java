package io.trunkline.engine.sim;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Set;

/** The provider of the simulated exchange. */
public final class SimGatewayProvider implements GatewayProvider {

    @Override
    public String type() {
        return "SIM";
    }

    @Override
    public String description() {
        return "Simulated exchange: replays recorded ticks and matches orders against them";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return SimSettings.DESCRIPTORS;
    }

    @Override
    public Set<Exchange> exchanges() {
        return Set.of(Exchange.values());
    }

    @Override
    public Gateway create(GatewayContext context) {
        return new SimGateway(context);
    }
}

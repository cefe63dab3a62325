package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The provider of gateways to other engines. */
public final class RmiGatewayProvider implements GatewayProvider {

    /** For {@link java.util.ServiceLoader}. */
    public RmiGatewayProvider() {}

    @Override
    public String type() {
        return "RPC";
    }

    @Override
    public String description() {
        return "Another engine's service: its gateways, shared with its other clients";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return LinkSettings.DESCRIPTORS;
    }

    @Override
    public Set<Exchange> exchanges() {
        return EnumSet.allOf(Exchange.class);
    }

    @Override
    public Gateway create(GatewayContext context) {
        return new RmiGateway(context);
    }
}

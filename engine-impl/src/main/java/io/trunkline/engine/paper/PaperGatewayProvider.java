package io.trunkline.engine.paper;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.gateway.PaperPath;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Set;

/** Makes the gateway of one client. Not for users: the app adds the gateways. */
final class PaperGatewayProvider implements GatewayProvider {

    private final String client;

    PaperGatewayProvider(String client) {
        this.client = client;
    }

    @Override
    public String type() {
        return "PAPER";
    }

    @Override
    public String description() {
        return "A client's paper trading; the app " + PaperProvider.TYPE + " adds one for each client";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return List.of();
    }

    @Override
    public Set<Exchange> exchanges() {
        return Set.of(Exchange.values());
    }

    @Override
    public Gateway create(GatewayContext context) {
        if (context.name().equals(PaperPath.gatewayOf(client))) return new PaperGateway(context, client);
        throw new IllegalArgumentException("a gateway of type PAPER is added by the app " + PaperProvider.TYPE
                + " alone; name the client in its setting clients");
    }
}

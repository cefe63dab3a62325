package io.trunkline.examples.walk;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.List;
import java.util.Set;

/**
 * Makes gateways of the type {@code WALK}. The file
 * {@code META-INF/services/io.trunkline.engine.gateway.GatewayProvider} names this class.
 */
public final class WalkProvider implements GatewayProvider {

    @Override
    public String type() {
        return "WALK";
    }

    @Override
    public String description() {
        return "A price that goes up and down at random";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return List.of(
                SettingDescriptor.of("interval", SettingType.DURATION, "500ms",
                        "Time between two ticks of an instrument."),
                SettingDescriptor.of("instruments", SettingType.INTEGER, "1",
                        "How many there are: WALK.LOCAL, WALK2.LOCAL and so on."));
    }

    @Override
    public Set<Exchange> exchanges() {
        return Set.of(Exchange.LOCAL);
    }

    @Override
    public Gateway create(GatewayContext context) {
        return new WalkGateway(context);
    }
}

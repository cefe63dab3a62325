package io.trunkline.launcher.ui;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the type of a gateway, which may have another name than its type. */
final class GatewayTypes {

    private GatewayTypes() {}

    /** The type of the gateway's name, else the first type that takes the same settings. */
    static Optional<GatewayProvider> of(MainEngine engine, String gateway) {
        List<GatewayProvider> types = engine.gatewayTypes();
        Optional<GatewayProvider> named = types.stream().filter(type -> type.type().equals(gateway)).findFirst();
        if (named.isPresent()) return named;
        List<String> keys = List.copyOf(engine.settingsOf(gateway, Map.of()).asTexts().keySet());
        return types.stream()
                .filter(type -> type.settings().stream().map(SettingDescriptor::key).toList().equals(keys)).findFirst();
    }
}

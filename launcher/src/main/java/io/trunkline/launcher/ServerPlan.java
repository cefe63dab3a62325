package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server consists of.
 *
 * @param gateways the type of each gateway by its name
 * @param apps the types of its apps
 */
record ServerPlan(Map<String, String> gateways, List<String> apps) {

    /**
     * Reads {@code [NAME=]TYPE} and {@code TYPE} texts; where there are none, one simulated exchange, and the service.
     */
    static ServerPlan parse(List<String> gateways, List<String> apps) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String given : gateways.isEmpty() ? List.of(Names.SIM) : gateways) {
            String text = given.strip();
            int equal = text.indexOf('=');
            String name = equal < 0 ? text : text.substring(0, equal);
            try {
                GatewayPath.checkName(name);
            } catch (IllegalArgumentException e) {
                throw CommandException.usage("'--gateway " + text + "': " + e.getMessage());
            }
            if (types.put(name, text.substring(equal + 1)) != null) {
                throw CommandException.usage(
                        "two gateways are called " + name + "; write --gateway NAME=TYPE to tell them apart");
            }
        }
        return new ServerPlan(types, apps.isEmpty() ? List.of(Names.RPC_SERVICE) : Apps.types(apps));
    }

    /** Refuses types that an engine does not know, and settings, typed or in the file, of names that nothing has. */
    void check(MainEngine engine, GivenSettings settings) {
        gateways.values().forEach(type -> Plugins.gateway(engine, type));
        apps.forEach(type -> Plugins.app(engine, type));
        settings.checkNames(names());
        List<String> known = new ArrayList<>(names());
        engine.gatewayTypes().forEach(provider -> known.add(provider.type()));
        engine.appTypes().forEach(provider -> known.add(provider.type()));
        settings.checkFile(known);
    }

    /** The names of all gateways and apps. */
    List<String> names() {
        List<String> names = new ArrayList<>(gateways.keySet());
        names.addAll(apps);
        return names;
    }
}

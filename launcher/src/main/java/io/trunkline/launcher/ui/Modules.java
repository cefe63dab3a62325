package io.trunkline.launcher.ui;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plug-ins that a user wants in an engine.
 *
 * @param gateways the types of gateways, each added under its own name
 * @param apps the types of apps
 */
record Modules(Set<String> gateways, Set<String> apps) {

    private static final String GATEWAYS = "modules.gateways";
    private static final String APPS = "modules.apps";

    Modules {
        gateways = Set.copyOf(gateways);
        apps = Set.copyOf(apps);
    }

    /** What an engine knows, but for the apps that one has to want. */
    static Modules usual(MainEngine engine) {
        return new Modules(engine.gatewayTypes().stream().map(GatewayProvider::type).collect(Collectors.toSet()),
                engine.appTypes().stream().filter(AppProvider::isUsual).map(AppProvider::type)
                        .collect(Collectors.toSet()));
    }

    /** What a store remembers; empty if nothing was ever chosen. */
    static Optional<Modules> remembered(UiStore store) {
        String gateways = store.get(GATEWAYS, null);
        String apps = store.get(APPS, null);
        if (gateways == null || apps == null) return Optional.empty();
        return Optional.of(new Modules(words(gateways), words(apps)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** Puts them into a store and saves it. */
    void keep(UiStore store) {
        store.put(GATEWAYS, String.join(",", gateways.stream().sorted().toList()));
        store.put(APPS, String.join(",", apps.stream().sorted().toList()));
        store.save();
    }

    /** Adds to an engine what it knows of these and does not have, in the order in which it knows them. */
    void addTo(MainEngine engine) {
        engine.gatewayTypes().stream().map(GatewayProvider::type)
                .filter(type -> gateways.contains(type) && engine.gateway(type).isEmpty())
                .forEach(engine::addGateway);
        engine.appTypes().stream().map(AppProvider::type)
                .filter(type -> apps.contains(type) && engine.app(type).isEmpty())
                .forEach(engine::addApp);
    }
}

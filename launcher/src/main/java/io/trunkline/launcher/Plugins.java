package io.trunkline.launcher;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.launcher.text.DidYouMean;
import java.util.List;

/** Finds the types of gateways and apps that an engine knows. */
final class Plugins {

    private Plugins() {}

    /** The type of gateways with a name; throws with what may have been meant if there is none. */
    static GatewayProvider gateway(MainEngine engine, String type) {
        return engine.gatewayTypes().stream().filter(provider -> provider.type().equals(type)).findFirst()
                .orElseThrow(() -> unknown(engine, "gateway", type,
                        engine.gatewayTypes().stream().map(GatewayProvider::type).toList()));
    }

    /** The type of apps with a name; throws with what may have been meant if there is none. */
    static AppProvider app(MainEngine engine, String type) {
        return engine.appTypes().stream().filter(provider -> provider.type().equals(type)).findFirst()
                .orElseThrow(() -> unknown(engine, "app", type,
                        engine.appTypes().stream().map(AppProvider::type).toList()));
    }

    private static CommandException unknown(MainEngine engine, String what, String type, List<String> known) {
        String hint = known.isEmpty() ? "; none was found on the class or module path" : DidYouMean.hint(type, known);
        String searched = hint.endsWith("?") ? "" : searched(engine);
        return CommandException.usage("unknown " + what + " type '" + type + "'" + hint + searched);
    }

    private static String searched(MainEngine engine) {
        return engine.options().plugins().filter(PluginLoader.class::isInstance)
                .map(loader -> "; " + ((PluginLoader) loader).searched()).orElse("");
    }
}

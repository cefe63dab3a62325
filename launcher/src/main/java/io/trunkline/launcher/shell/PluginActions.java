package io.trunkline.launcher.shell;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.KeyValues;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Actions of an engine's gateways and apps, and of those of the server behind a gateway. Safe from any thread. */
final class PluginActions {

    private static final String AT_SERVER = "server";

    private final MainEngine engine;

    PluginActions(MainEngine engine) {
        this.engine = engine;
    }

    String act(String plugin, String action, String... parameters) {
        Map<String, String> given = checked(() -> KeyValues.parse(List.of(parameters)));
        List<Plugin> here = new ArrayList<>(engine.gateways());
        here.addAll(engine.apps());
        for (Plugin each : here) {
            if (each.name().equals(plugin)) return run(each, action, given);
        }
        Plugin remote = engine.gateways().stream().filter(Gateway::isRemote).findFirst().orElseThrow(() ->
                new ScriptException("there is no gateway or app " + plugin + "; there are "
                        + here.stream().map(Plugin::name).collect(Collectors.joining(", "))));
        String texts = checked(() -> KeyValues.join(given));
        return run(remote, AT_SERVER, Map.of("plugin", plugin, "action", action, "parameters", texts));
    }

    private static String run(Plugin plugin, String name, Map<String, String> parameters) {
        List<Action> actions = plugin.actions();
        Action action = actions.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() ->
                new ScriptException(plugin.name() + " has no action " + name + "; there are "
                        + actions.stream().map(Action::name).collect(Collectors.joining(", "))));
        return checked(() -> action.run().apply(Settings.parse(action.parameters(), parameters)));
    }

    private static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ScriptException(e.getMessage());
        }
    }
}

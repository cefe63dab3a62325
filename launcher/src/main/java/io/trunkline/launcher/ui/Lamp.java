package io.trunkline.launcher.ui;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a gateway or an app stands, for a person to see at a glance and to read.
 *
 * @param name the gateway's path or the app's name
 * @param light the colour
 * @param word the state in a word or two
 * @param detail what else is known of it; may be empty
 */
record Lamp(String name, Light light, String word, String detail) {

    /** The colours of lamps. */
    enum Light { GREEN, YELLOW, RED, GRAY }

    static Lamp of(GatewayStatus status, Texts texts) {
        GatewayState state = status.state();
        Light light = switch (state) {
            case LIVE -> Light.GREEN;
            case CONNECTING, SYNCING -> Light.YELLOW;
            case STALE -> Light.RED;
            case DOWN -> Light.GRAY;
        };
        return new Lamp(status.gateway(), light, texts.get("frame.state." + state), status.detail());
    }

    static Lamp of(App app, Texts texts) {
        boolean isRunning = app.isRunning();
        return new Lamp(app.name(), isRunning ? Light.GREEN : Light.GRAY,
                texts.get(isRunning ? "frame.app.running" : "frame.app.stopped"), app.status());
    }

    /** Those of all gateways of an engine, those behind them included, and then of its apps. */
    static List<Lamp> all(MainEngine engine, Texts texts) {
        TreeMap<String, GatewayStatus> statuses = new TreeMap<>();
        for (Gateway gateway : engine.gateways()) statuses.put(gateway.name(), gateway.status());
        Set<String> own = Set.copyOf(statuses.keySet());
        for (GatewayStatus status : engine.gatewayStatuses()) {
            if (!own.contains(status.gateway())) statuses.put(status.gateway(), status);
        }
        List<Lamp> lamps = new ArrayList<>();
        statuses.values().forEach(status -> lamps.add(of(status, texts)));
        engine.apps().forEach(app -> lamps.add(of(app, texts)));
        return lamps;
    }
}

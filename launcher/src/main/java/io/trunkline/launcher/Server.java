package io.trunkline.launcher;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings an engine up to what a plan says. For the main thread. */
final class Server {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(100);

    private final MainEngine engine;
    private final Environment environment;
    private GivenSettings given; // written by add
    private final Map<String, Map<String, String>> gateways = new LinkedHashMap<>(); // settings by name
    private final Map<String, Map<String, String>> apps = new LinkedHashMap<>(); // settings by type

    Server(MainEngine engine, Environment environment) {
        this.engine = engine;
        this.environment = environment;
    }

    MainEngine engine() {
        return engine;
    }

    /** What settings the gateways and apps were given, by their names. */
    Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>(gateways);
        settings.putAll(apps);
        return settings;
    }

    /** Adds gateways and apps and checks all settings. Nothing runs yet. */
    void add(ServerPlan plan, GivenSettings settings) {
        given = settings;
        plan.gateways().forEach((name, type) -> Plugins.gateway(engine, type));
        plan.apps().forEach(type -> Plugins.app(engine, type));
        settings.checkNames(plan.names());
        settings.checkFile(known(plan));
        plan.gateways().forEach((name, type) -> {
            gateways.put(name, settings.of(name, Plugins.gateway(engine, type).settings()));
            engine.addGateway(type, name);
        });
        plan.apps().forEach(type -> {
            apps.put(type, settings.of(type, Plugins.app(engine, type).settings()));
            engine.addApp(type);
        });
    }

    private List<String> known(ServerPlan plan) {
        List<String> known = new ArrayList<>(plan.names());
        engine.gatewayTypes().forEach(provider -> known.add(provider.type()));
        engine.appTypes().forEach(provider -> known.add(provider.type()));
        return known;
    }

    /** Starts the apps. */
    void start() {
        apps.forEach((app, settings) -> {
            try {
                engine.start(app, settings);
            } catch (SettingException e) {
                throw given.problem(app, e);
            } catch (IllegalStateException e) {
                throw CommandException.failed(app + " cannot start: " + e.getMessage(), e);
            }
        });
    }

    /** Connects the gateways and waits until all are live, or the stop signal comes. */
    void connect(StopSignal stop) throws InterruptedException {
        Map<String, GatewayWatch> watches = new LinkedHashMap<>();
        gateways.forEach((name, settings) -> watches.put(name, GatewayWatch.of(engine, name)));
        gateways.forEach(this::connect);
        long impatient = System.nanoTime() + PATIENCE.toNanos();
        boolean isReported = false;
        List<String> waiting = new ArrayList<>(watches.keySet());
        while (!waiting.isEmpty() && !stop.isStopped()) {
            String name = waiting.get(0);
            GatewayWatch.Progress progress = watches.get(name).await(GatewayWatch.Progress.LIVE, STEP);
            if (progress == GatewayWatch.Progress.DOWN) {
                throw CommandException.failed("gateway " + name + " is down: " + watches.get(name).detail());
            }
            if (progress == GatewayWatch.Progress.LIVE) waiting.remove(0);
            if (!waiting.isEmpty() && !isReported && System.nanoTime() - impatient > 0) {
                isReported = true;
                environment.err().println("still waiting for gateway " + String.join(", ", waiting));
            }
        }
        watches.values().forEach(GatewayWatch::close);
    }

    private void connect(String gateway, Map<String, String> settings) {
        try {
            engine.connect(gateway, settings);
        } catch (SettingException e) {
            throw given.problem(gateway, e);
        }
    }

    /** What the apps say of themselves. */
    String status() {
        return engine.apps().stream().map(App::status).filter(status -> !status.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.SettingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Brings an engine up to what a plan says. For the main thread. */
final class Server {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(100);

    private final MainEngine engine;
    private final Environment environment;
    private GivenSettings given; // written by add
    private final Map<String, Map<String, String>> gateways = new LinkedHashMap<>(); // settings by name
    private Apps apps; // written by add

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
        settings.putAll(apps.settings());
        return settings;
    }

    /** Adds gateways and apps and checks all settings. Nothing runs yet. */
    void add(ServerPlan plan, GivenSettings settings) {
        given = settings;
        plan.check(engine, settings);
        plan.gateways().forEach((name, type) -> {
            gateways.put(name, settings.of(name, Plugins.gateway(engine, type).settings()));
            engine.addGateway(type, name);
        });
        apps = Apps.add(engine, plan.apps(), settings);
    }

    /** Starts the apps. */
    void start() {
        apps.start();
    }

    /**
     * Connects the gateways and waits until all are live, or the stop signal comes. One that fails is told, and not
     * waited for.
     */
    void connect(StopSignal stop, Consumer<CommandException> failed) throws InterruptedException {
        Map<String, GatewayWatch> watches = new LinkedHashMap<>();
        gateways.forEach((name, settings) -> watches.put(name, GatewayWatch.of(engine, name)));
        try {
            List<String> waiting = new ArrayList<>(watches.keySet());
            gateways.forEach((name, settings) -> connect(name, settings).ifPresent(failure -> {
                waiting.remove(name);
                failed.accept(failure);
            }));
            await(waiting, watches, stop, failed);
        } finally {
            watches.values().forEach(GatewayWatch::close);
        }
    }

    private Optional<CommandException> connect(String gateway, Map<String, String> settings) {
        try {
            engine.connect(gateway, settings);
            return Optional.empty();
        } catch (SettingException e) {
            return Optional.of(given.problem(gateway, e));
        }
    }

    private void await(List<String> waiting, Map<String, GatewayWatch> watches, StopSignal stop,
            Consumer<CommandException> failed) throws InterruptedException {
        long impatient = System.nanoTime() + PATIENCE.toNanos();
        boolean isReported = false;
        while (!waiting.isEmpty() && !stop.isStopped()) {
            String name = waiting.get(0);
            GatewayWatch.Progress progress = watches.get(name).await(GatewayWatch.Progress.LIVE, STEP);
            if (progress.compareTo(GatewayWatch.Progress.LIVE) >= 0) waiting.remove(0);
            if (progress == GatewayWatch.Progress.DOWN) {
                failed.accept(CommandException.failed(
                        "gateway " + name + " is down: " + watches.get(name).detail()));
            }
            if (!waiting.isEmpty() && !isReported && System.nanoTime() - impatient > 0) {
                isReported = true;
                environment.err().println("still waiting for gateway " + String.join(", ", waiting));
            }
        }
    }

    /** Writes what went wrong to the engine's log and to stderr. */
    void log(CommandException failure) {
        engine.log(LogLevel.ERROR, "Server", failure.getMessage());
        environment.err().println(PlainText.of(failure.getMessage()));
    }

    /** What the apps say of themselves, first the service, which says where it listens. */
    String status() {
        return engine.apps().stream().sorted(Comparator.comparing(app -> !app.name().equals(Names.RPC_SERVICE)))
                .map(App::status).filter(status -> !status.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An engine of our own whose only gateway leads to a server, and its apps. For the main thread. */
final class Remote implements AutoCloseable {

    private final MainEngine engine;
    private final GivenSettings given;
    private final Map<String, String> settings;
    private final Apps apps;
    private final GatewayWatch watch;

    private Remote(MainEngine engine, GivenSettings given, Map<String, String> settings, Apps apps) {
        this.engine = engine;
        this.given = given;
        this.settings = settings;
        this.apps = apps;
        this.watch = GatewayWatch.of(engine, Names.RPC);
    }

    /**
     * Makes the engine with apps of some types and checks the settings; it does not connect yet. An identity is looked
     * for in the home.
     */
    static Remote create(Environment environment, EngineOptions options, Path home, GivenSettings given,
            List<String> apps) {
        List<String> types = Apps.types(apps);
        given.checkNames(Stream.concat(Stream.of(Names.RPC), types.stream()).toList());
        MainEngine engine = environment.engines().apply(options);
        try {
            List<SettingDescriptor> known = Plugins.gateway(engine, Names.RPC).settings();
            Map<String, String> settings = HomeIdentity.in(home).addTo(given.of(Names.RPC, known), known);
            engine.addGateway(Names.RPC);
            return new Remote(engine, given, settings, Apps.add(engine, types, given));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /**
     * Makes the engine, connects it and waits until it knows all that the server knows: so long for an answer, and so
     * long again for all that is known.
     */
    static Remote open(Environment environment, Path home, GivenSettings given, Duration timeout)
            throws InterruptedException {
        Remote remote = create(environment, EngineOptions.DEFAULTS, home, given, List.of());
        try {
            remote.connect();
            remote.awaitLive(timeout);
            return remote;
        } catch (RuntimeException | InterruptedException e) {
            remote.close();
            throw e;
        }
    }

    MainEngine engine() {
        return engine;
    }

    /** What settings the gateway and the apps were given, by their names. */
    Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(apps.settings());
        all.put(Names.RPC, settings);
        return all;
    }

    GatewayWatch watch() {
        return watch;
    }

    /** The gateway itself. */
    Plugin gateway() {
        return engine.gateway(Names.RPC).orElseThrow();
    }

    /** The server's address, as given or by default. */
    String address() {
        return engine.settingsOf(Names.RPC, settings).asTexts().getOrDefault(Names.ADDRESS, "");
    }

    /** That there is no server, or what else is wrong and what to do, if that is known. */
    String noServer() {
        if (isExplained()) return watch.detail();
        return (watch.detail().startsWith("no server at ") ? "no server at " : "no answer yet from ") + address();
    }

    private boolean isExplained() {
        String detail = watch.detail();
        boolean isPlain = detail.isBlank() || detail.startsWith("connecting to ") || detail.startsWith("no server at ");
        return !isPlain || detail.startsWith("no server at unix:");
    }

    /** Starts the apps, and connecting. */
    void connect() {
        apps.start();
        try {
            engine.connect(Names.RPC, settings);
        } catch (SettingException e) {
            throw given.problem(Names.RPC, e);
        }
    }

    private void awaitLive(Duration timeout) throws InterruptedException {
        boolean isSilent = watch.await(GatewayWatch.Progress.ANSWERED, timeout) == GatewayWatch.Progress.SILENT;
        switch (watch.await(GatewayWatch.Progress.LIVE, isSilent ? Duration.ZERO : timeout)) {
            case LIVE -> { }
            case DOWN -> throw CommandException.failed("cannot connect to " + address() + ": " + watch.detail());
            case SILENT -> throw CommandException.failed(
                    noServer() + " (waited " + Durations.text(timeout) + ")" + (isExplained() ? ""
                            : "; start one with 'trunkline server', name another with --connect, or allow more with"
                                    + " --timeout"));
            case ANSWERED -> throw CommandException.failed(
                    "the server at " + address() + " did not send all it knows within " + Durations.text(timeout)
                             + "; allow more with --timeout");
        }
    }

    @Override
    public void close() {
        watch.close();
        engine.close();
    }
}

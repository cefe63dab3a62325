package io.trunkline.launcher.shell;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.launcher.text.DidYouMean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The gateways that a script connected. Another address than that of a live gateway is another gateway: RPC2 after RPC;
 * one that is not live is connected to the other address itself.
 */
final class Gateways {

    private static final String RPC = "RPC";
    private static final String ADDRESS = "address";
    private static final String DISCONNECT = "disconnect";
    private static final Duration SYNCING = Duration.ofSeconds(30);

    private final MainEngine engine;
    private final GivenTexts given;
    private final Consumer<String> messages;
    private final Map<String, Map<String, String>> connected = new LinkedHashMap<>(); // guarded by this
    private String server = RPC; // guarded by this

    Gateways(MainEngine engine, GivenTexts given, Consumer<String> messages) {
        this.engine = engine;
        this.given = given;
        this.messages = messages;
    }

    /** Connects to a server, by default to the one that is set or was connected to last. */
    synchronized void connectServer(Optional<String> address, List<String> settings, Duration timeout) {
        boolean isAgain = address.isEmpty() && settings.isEmpty() && connected.containsKey(server);
        if (!isAgain) {
            Map<String, String> texts = texts(settings);
            address.ifPresent(text -> texts.put(ADDRESS, text));
            Map<String, String> wanted = checked(RPC, RPC, texts);
            server = nameFor(wanted);
            start(server, RPC, wanted);
        }
        awaitLive(server, timeout);
        if (!isAgain) sayLive(server);
    }

    private String nameFor(Map<String, String> wanted) {
        Optional<String> same = connected.keySet().stream()
                .filter(name -> name.startsWith(RPC) && wanted.equals(connected.get(name))).findFirst();
        return same.orElseGet(() -> Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? RPC : RPC + number)
                .filter(name -> engine.gateway(name).map(this::isFreed).orElse(true)).findFirst().orElseThrow());
    }

    /** Frees a gateway that is not live, which would go on trying an address that nobody wants any more. */
    private boolean isFreed(Gateway gateway) {
        if (gateway.status().state() == GatewayState.LIVE) return false;
        connected.remove(gateway.name());
        Optional<Action> disconnect = gateway.actions().stream()
                .filter(action -> action.name().equals(DISCONNECT) && action.parameters().isEmpty()).findFirst();
        disconnect.ifPresentOrElse(action -> action.run().apply(Settings.parse(List.of(), Map.of())), gateway::close);
        return disconnect.isPresent();
    }

    /** Connects a gateway, {@code TYPE} or {@code NAME=TYPE}. */
    synchronized void connect(String nameAndType, List<String> settings, Duration timeout) {
        int equal = nameAndType.indexOf('=');
        String name = equal < 0 ? nameAndType : nameAndType.substring(0, equal);
        String type = nameAndType.substring(equal + 1);
        Map<String, String> wanted = checked(name, type, texts(settings));
        Map<String, String> present = connected.getOrDefault(name, wanted);
        if (!present.equals(wanted)) {
            throw new ScriptException(name + " is connected with other settings; give this one another name, such as"
                    + " connectGateway(\"" + name + "2=" + type + "\", ...)");
        }
        start(name, type, wanted);
        awaitLive(name, timeout);
        sayLive(name);
    }

    private static Map<String, String> texts(List<String> settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String setting : settings) {
            int equal = setting.indexOf('=');
            if (equal <= 0) {
                throw new ScriptException("'" + setting + "' is not a setting; write key=value, such as speed=60");
            }
            texts.put(setting.substring(0, equal), setting.substring(equal + 1));
        }
        return texts;
    }

    /** All settings of a gateway, those included that are not given. */
    private Map<String, String> checked(String name, String type, Map<String, String> texts) {
        List<SettingDescriptor> descriptors = provider(type).settings();
        Map<String, String> all = new LinkedHashMap<>();
        try {
            all.putAll(given.of(name, descriptors));
            all.putAll(texts);
            return Settings.parse(descriptors, all).asTexts();
        } catch (IllegalArgumentException e) {
            throw new ScriptException(name + ": " + e.getMessage());
        }
    }

    private GatewayProvider provider(String type) {
        return engine.gatewayTypes().stream().filter(each -> each.type().equals(type)).findFirst()
                .orElseThrow(() -> new ScriptException("unknown gateway type '" + type + "'" + DidYouMean.hint(type,
                        engine.gatewayTypes().stream().map(GatewayProvider::type).toList())));
    }

    private void start(String name, String type, Map<String, String> settings) {
        try {
            if (engine.gateway(name).isEmpty()) engine.addGateway(type, name);
            connected.put(name, settings);
            engine.connect(name, settings);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(name + ": " + e.getMessage());
        }
    }

    /** Waits until every gateway that was connected is up to date. */
    synchronized void ready(Duration timeout) {
        requireAny();
        connected.keySet().forEach(name -> awaitLive(name, timeout));
    }

    /** Throws if nothing was connected. */
    void requireAny() {
        if (engine.gateways().isEmpty()) throw new ScriptException("no connection yet: connect()");
    }

    private void awaitLive(String name, Duration timeout) {
        try {
            boolean isLive = engine.awaitState(name, GatewayState.LIVE, timeout)
                    || state(name) == GatewayState.SYNCING && engine.awaitState(name, GatewayState.LIVE, SYNCING);
            if (!isLive) throw notLive(name, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }

    private GatewayState state(String name) {
        return engine.gatewayStatus(name).map(GatewayStatus::state).orElse(GatewayState.DOWN);
    }

    private void sayLive(String name) {
        String address = address(name);
        long contracts = engine.contracts().stream().filter(each -> each.id().gateway().equals(name)).count();
        messages.accept(name + " is live" + (address.isEmpty() ? "" : " at " + address) + ", " + contracts
                + " contracts");
    }

    private String address(String name) {
        return connected.getOrDefault(name, Map.of()).getOrDefault(ADDRESS, "");
    }

    private ScriptException notLive(String name, Duration timeout) {
        String detail = engine.gatewayStatus(name).map(GatewayStatus::detail).orElse("");
        String reason = detail.isEmpty() ? name + " is not live" : detail;
        if (state(name) == GatewayState.DOWN) return new ScriptException("cannot connect " + name + ": " + reason);
        return new ScriptException(reason + " (waited " + timeout.toSeconds() + " s)" + (address(name).isEmpty()
                ? "; ready() waits again"
                : "; start one with 'trunkline server', or name another: connect(\"HOST:PORT\")"));
    }
}

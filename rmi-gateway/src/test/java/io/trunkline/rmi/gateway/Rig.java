package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Engines in this JVM that are connected over loopback: servers with fake exchanges and a service, clients with a
 * gateway RPC to one of them. Times are short, and subscriptions end soon. Closes all of them, the last made first.
 */
final class Rig implements AutoCloseable {

    static final Duration HEARTBEAT = Duration.ofMillis(200);
    static final Duration DIGEST = Duration.ofMillis(20);
    static final Duration TIMEOUT = Duration.ofSeconds(3);
    static final EngineOptions OPTIONS = EngineOptions.DEFAULTS.withUnsubscribeDelay(Duration.ofMillis(50));

    private static final String SERVICE = "RpcService";
    private static final String RPC = "RPC";

    private final List<MainEngine> engines = new ArrayList<>();
    private final AtomicInteger marks = new AtomicInteger();
    private boolean mayDiffer;

    MainEngine engine() {
        return engine(OPTIONS);
    }

    MainEngine engine(EngineOptions options) {
        MainEngine engine = MainEngine.create(options);
        engines.add(engine);
        return engine;
    }

    /** An engine with a running service and a fake exchange for each name, connected. */
    MainEngine server(String... gateways) {
        MainEngine engine = engine();
        for (String name : gateways) {
            engine.addGateway(new FakeGateway.Provider(name), name);
            engine.connect(name, Map.of());
        }
        engine.addApp(SERVICE);
        start(engine, 0);
        return engine;
    }

    static FakeGateway fake(MainEngine engine, String name) {
        return (FakeGateway) engine.gateway(name).orElseThrow();
    }

    /** Starts an engine's service on a port. */
    static void start(MainEngine engine, int port, String... more) {
        engine.start(SERVICE, settings(Map.of("port", Integer.toString(port), "digest", DIGEST.toMillis() + "ms"),
                more));
    }

    static void stop(MainEngine engine) {
        service(engine).stop();
    }

    static App service(MainEngine engine) {
        return engine.app(SERVICE).orElseThrow();
    }

    static String address(MainEngine server) {
        return service(server).status();
    }

    static int port(MainEngine server) {
        return Integer.parseInt(address(server).substring(address(server).lastIndexOf(':') + 1));
    }

    /** An engine whose gateway RPC is connected to a server. */
    MainEngine client(MainEngine server, String... more) {
        MainEngine engine = engine();
        connect(engine, address(server), more);
        awaitLive(engine);
        return engine;
    }

    /** Gives an engine a gateway RPC that starts connecting. */
    static void connect(MainEngine engine, String address, String... more) {
        if (engine.gateway(RPC).isEmpty()) engine.addGateway(RPC);
        engine.connect(RPC, settings(Map.of("address", address), more));
    }

    private static Map<String, String> settings(Map<String, String> first, String... more) {
        Map<String, String> settings = new HashMap<>(first);
        settings.put("heartbeat", HEARTBEAT.toMillis() + "ms");
        settings.put("timeout", TIMEOUT.toMillis() + "ms");
        for (String pair : more) settings.put(pair.split("=")[0], pair.split("=")[1]);
        return settings;
    }

    static void awaitLive(MainEngine client) {
        awaitState(client, RPC, GatewayState.LIVE);
    }

    static void awaitState(MainEngine engine, String path, GatewayState state) {
        Wait.until(() -> path + " is " + state + ", not " + engine.gatewayStatus(path), Wait.PATIENCE,
                () -> engine.gatewayStatus(path).map(GatewayStatus::state).filter(state::equals).isPresent());
    }

    /** What a gateway's or app's table of figures says. */
    static Object figure(Plugin plugin, String table, String name) {
        return rows(plugin, table).stream().filter(row -> row.get(0).equals(name)).findFirst().orElseThrow().get(1);
    }

    static long count(MainEngine client, String figure) {
        return ((Number) figure(client.gateway(RPC).orElseThrow(), "stream", figure)).longValue();
    }

    static List<List<Object>> rows(Plugin plugin, String table) {
        return plugin.monitors().stream().filter(monitor -> monitor.name().equals(table))
                .findFirst().orElseThrow().rows().get();
    }

    /** Ends all sessions of a server by its operator's action. */
    static List<List<Object>> sessions(MainEngine server) {
        return rows(service(server), "sessions");
    }

    /** Ends the connection of a client's gateway, as a user can. */
    static String disconnect(MainEngine client) {
        Action action = client.gateway(RPC).orElseThrow().actions().stream()
                .filter(a -> a.name().equals("disconnect")).findFirst().orElseThrow();
        return action.run().apply(Settings.parse(action.parameters(), Map.of()));
    }

    static void disconnectAll(MainEngine server) {
        Action action = service(server).actions().stream().filter(a -> a.name().equals("disconnect"))
                .findFirst().orElseThrow();
        for (List<Object> session : rows(service(server), "sessions")) {
            action.run().apply(Settings.parse(action.parameters(), Map.of("session", session.get(0).toString())));
        }
    }

    /**
     * Waits until all that the server published before has reached the handlers of the clients, through any number of
     * relays.
     */
    void settle(MainEngine server, MainEngine... clients) {
        String mark = "mark " + marks.incrementAndGet();
        List<CountDownLatch> seen = new ArrayList<>();
        for (MainEngine client : clients) {
            CountDownLatch latch = new CountDownLatch(1);
            client.events().on(LogEntry.class, entry -> {
                if (entry.message().equals(mark)) latch.countDown();
            });
            seen.add(latch);
        }
        server.log(LogLevel.DEBUG, "test", mark);
        seen.forEach(Wait::on);
    }

    /**
     * Asserts that a client's records are those of the server, but for the paths, and likewise the server's gateways'
     * states.
     */
    static void assertSameBooks(MainEngine client, MainEngine server) {
        assertSame(client, server, MainEngine::contracts);
        assertSame(client, server, MainEngine::accounts);
        assertSame(client, server, MainEngine::positions);
        assertSame(client, server, MainEngine::orders);
        assertSame(client, server, MainEngine::trades);
        assertSame(client, server, MainEngine::quotes);
        assertThat(states(client, "")).as("states").containsAll(states(server, RPC + "."));
    }

    private static Set<GatewayStatus> states(MainEngine engine, String prefix) {
        Set<GatewayStatus> states = new HashSet<>();
        engine.gatewayStatuses().forEach(s -> states.add(new GatewayStatus(prefix + s.gateway(), s.state(), s.detail(),
                s.time())));
        return states;
    }

    private static void assertSame(
            MainEngine client, MainEngine server, Function<MainEngine, List<? extends StateRecord>> list) {
        Set<StateRecord> expected = new HashSet<>();
        list.apply(server).forEach(record -> expected.add(record.at(RPC + "." + record.gateway())));
        assertThat(new HashSet<StateRecord>(list.apply(client))).as("the client's records").isEqualTo(expected);
        assertThat(list.apply(client)).as("the client's records").hasSameSizeAs(expected);
    }

    /** The test lets the books of a client differ from its server's. */
    void letDiffer() {
        mayDiffer = true;
    }

    /** Waits until a client's books were found equal to its server's, or to differ, in words. */
    static void awaitSign(MainEngine client, String sign) {
        Wait.until(() -> "books " + sign + ", not " + sign(client), Wait.PATIENCE, () -> sign(client).equals(sign));
    }

    static String sign(MainEngine client) {
        return figure(client.gateway(RPC).orElseThrow(), "stream", "books").toString();
    }

    /** Closes all, and fails if a client's books were found to differ although the test did not let them. */
    @Override
    public void close() {
        List<MainEngine> differing = mayDiffer ? List.of() : engines.stream()
                .filter(engine -> engine.gateway(RPC).filter(Gateway::isRemote).isPresent())
                .filter(engine -> count(engine, "digests that differed") > 0).toList();
        closeAll();
        assertThat(differing).as("engines whose books were found to differ").isEmpty();
    }

    private void closeAll() {
        for (int i = engines.size() - 1; i >= 0; i--) engines.get(i).close();
    }
}

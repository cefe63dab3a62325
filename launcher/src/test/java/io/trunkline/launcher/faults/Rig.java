package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.launcher.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Engines in this JVM, and programs in JVMs of their own, connected with each other under one set of times. Closes all
 * of them, the last made first.
 */
final class Rig implements AutoCloseable {

    static final InstrumentId APPLE = InstrumentId.parse("AP010.CZCE");
    static final String SERVICE = "RpcService";
    static final String RPC = "RPC";

    private final Duration heartbeat;
    private final Duration timeout;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Rig(Duration heartbeat, Duration timeout) {
        this.heartbeat = heartbeat;
        this.timeout = timeout;
    }

    Duration heartbeat() {
        return heartbeat;
    }

    Duration timeout() {
        return timeout;
    }

    /** After how long a peer that is not heard of is given up. */
    Duration patience() {
        return timeout.multipliedBy(2);
    }

    private MainEngine engine() {
        MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS.withUnsubscribeDelay(Duration.ofMillis(100)));
        undo.push(engine::close);
        return engine;
    }

    private Map<String, String> timed(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("heartbeat", heartbeat.toMillis() + "ms");
        all.put("timeout", timeout.toMillis() + "ms");
        for (String pair : more) all.put(pair.split("=")[0], pair.split("=")[1]);
        return all;
    }

    /** An engine in this JVM with the simulated exchange, connected, and a service. */
    MainEngine exchange(String... settings) throws InterruptedException {
        MainEngine engine = engine();
        engine.addGateway("SIM");
        Map<String, String> sim = new HashMap<>();
        for (String pair : settings) sim.put(pair.split("=")[0], pair.split("=")[1]);
        engine.connect("SIM", sim);
        assertThat(engine.awaitState("SIM", GatewayState.LIVE, Wait.PATIENCE)).isTrue();
        engine.addApp(SERVICE);
        engine.start(SERVICE, timed(Map.of("port", "0")));
        return engine;
    }

    /** Where an engine of this JVM listens. */
    static String address(MainEngine server) {
        return server.app(SERVICE).orElseThrow().status();
    }

    /** An engine in this JVM that is a client of a server. */
    MainEngine client(String address, String... more) throws InterruptedException {
        MainEngine engine = engine();
        engine.addGateway(RPC);
        engine.connect(RPC, timed(Map.of("address", address), more));
        assertThat(engine.awaitState(RPC, GatewayState.LIVE, Wait.PATIENCE)).isTrue();
        return engine;
    }

    /** Settings of gateways and services of a program. */
    private List<String> times() {
        List<String> options = new ArrayList<>();
        for (String name : List.of(RPC, SERVICE)) {
            options.addAll(List.of("--set", name + ".heartbeat=" + heartbeat.toMillis() + "ms",
                    "--set", name + ".timeout=" + timeout.toMillis() + "ms"));
        }
        return options;
    }

    Program own(Program program) {
        undo.push(program::close);
        return program;
    }

    /** The arguments of java for a server with the simulated exchange. */
    List<String> exchangeProgram(Path home, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("-jar", Program.JAR, "server", "--home", home.toString(), "--port", "0"));
        arguments.addAll(times().subList(4, 8));
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    /** The arguments of java for a relay: a program that is a client of a server, and a server itself. */
    List<String> relay(String upstream, int port, Path home, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-jar", Program.JAR, "server", "--home", home.toString(),
                "--port", Integer.toString(port), "--gateway", RPC, "--set", "RPC.address=" + upstream));
        arguments.addAll(times());
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    /** Starts a program that is a server, and waits until it listens; answers its address. */
    static String ready(Program server) throws InterruptedException {
        return server.awaitOut("READY ").substring("READY ".length());
    }

    static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** A program that prints what a server sends. */
    Program watcher(String address, String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("client", "--connect", address, "--name", name));
        arguments.addAll(times().subList(0, 4));
        arguments.addAll(Arrays.asList(more));
        return own(Program.start(arguments.toArray(String[]::new)));
    }

    /** An order that rests, or what becomes of it, is sent and cancelled by the exchange's own engine so many times. */
    static void trade(MainEngine exchange, int times) {
        for (int i = 0; i < times; i++) {
            Id id = exchange.sendOrder(resting("SIM")).acceptedId().orElseThrow();
            assertThat(exchange.cancelOrder(CancelRequest.of(id)).isAccepted()).isTrue();
        }
    }

    static OrderRequest resting(String gateway) {
        return OrderRequest.limit(gateway, APPLE, Direction.LONG, Offset.OPEN, 1, 6477);
    }

    /** What an engine's handlers get of a kind from now on. */
    static <E extends Event> List<E> record(MainEngine engine, Class<E> kind) {
        List<E> events = new CopyOnWriteArrayList<>();
        EventHandler<E> handler = events::add;
        engine.events().on(kind, handler);
        return events;
    }

    static boolean isIn(MainEngine engine, String path, GatewayState state) {
        return engine.gatewayStatus(path).map(GatewayStatus::state).filter(state::equals).isPresent();
    }

    static List<List<Object>> rows(Plugin plugin, String table) {
        return plugin.monitors().stream().filter(monitor -> monitor.name().equals(table))
                .findFirst().orElseThrow().rows().get();
    }

    /** A figure of a client's stream. */
    static long count(MainEngine client, String figure) {
        return rows(client.gateway(RPC).orElseThrow(), "stream").stream().filter(row -> row.get(0).equals(figure))
                .map(row -> ((Number) row.get(1)).longValue()).findFirst().orElseThrow();
    }

    /** The number of a client's session at an engine of this JVM that is live, or 0. */
    static int session(MainEngine server, String client) {
        return rows(server.app(SERVICE).orElseThrow(), "sessions").stream()
                .filter(row -> row.get(1).equals(client) && !row.get(8).equals("syncing"))
                .map(row -> (Integer) row.get(0)).findFirst().orElse(0);
    }

    static boolean isRunning(String thread) {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(each -> each.getName().equals(thread));
    }

    /** Waits until a client's records are those of a server so many hops away, but for the paths. */
    static void awaitSameBooks(MainEngine client, String prefix, MainEngine server) throws InterruptedException {
        List<Function<MainEngine, List<? extends StateRecord>>> lists = List.of(MainEngine::orders, MainEngine::trades,
                MainEngine::positions, MainEngine::contracts);
        for (Function<MainEngine, List<? extends StateRecord>> list : lists) {
            Wait.until(() -> "the same: " + list.apply(client) + " and " + list.apply(server), () -> {
                Set<StateRecord> expected = new HashSet<>();
                list.apply(server).forEach(each -> expected.add(each.at(prefix + each.gateway())));
                return new HashSet<StateRecord>(list.apply(client)).equals(expected);
            });
        }
    }

    /** Notes a figure of a row of the table of faults. */
    static void report(int row, String what, Duration time) {
        System.out.printf("fault %d: %s %.2f s%n", row, what, time.toNanos() / 1e9);
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) undo.pop().run();
    }
}

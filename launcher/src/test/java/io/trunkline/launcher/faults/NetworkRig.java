package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.faults.FaultProxy;
import io.trunkline.faults.Findings;
import io.trunkline.faults.History;
import io.trunkline.faults.HistoryChecker;
import io.trunkline.faults.Recorder;
import io.trunkline.faults.ScriptedExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server with a scripted exchange and clients that reach it through a proxy, all in this JVM, under one set of times.
 * Closes all of them.
 */
final class NetworkRig implements AutoCloseable {

    static final String RPC = "RPC";

    private static final String SERVICE = "RpcService";
    private static final EngineOptions OPTIONS = EngineOptions.DEFAULTS.withUnsubscribeDelay(Duration.ofMillis(100));

    private final Duration heartbeat;
    private final Duration timeout;
    private final MainEngine server = MainEngine.create(OPTIONS);
    private final HistoryChecker checker = HistoryChecker.strict();
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger marks = new AtomicInteger();
    private final FaultProxy proxy;

    /** A client: its engine, what it saw, and the states of its gateway. */
    record Client(MainEngine engine, History history, List<GatewayStatus> states) {

        GatewayState state() {
            return engine.gatewayStatus(RPC).orElseThrow().state();
        }

        boolean isConnected() {
            return state() == GatewayState.LIVE || state() == GatewayState.STALE;
        }

        long figure(String name) {
            return Recorder.figure(engine.gateway(RPC).orElseThrow(), name);
        }

        /** Sends an order that rests. */
        Outcome send(String clientKey) {
            return engine.sendOrder(OrderRequest.limit(RPC, ScriptedExchange.INSTRUMENT, Direction.LONG, Offset.OPEN, 1,
                    3000).withClientKey(clientKey));
        }

        /** What became of an order, once that is known. */
        Outcome settled(String clientKey) {
            Eventually.until(clientKey + " is settled", () -> !(engine.outcome(clientKey) instanceof Outcome.InDoubt));
            return engine.outcome(clientKey);
        }
    }

    NetworkRig(Duration heartbeat, Duration timeout, String... service) throws IOException {
        this.heartbeat = heartbeat;
        this.timeout = timeout;
        server.addGateway(new ScriptedExchange.Provider(), ScriptedExchange.NAME);
        Recorder.ofProducer(server, ScriptedExchange.NAME, checker);
        server.connect(ScriptedExchange.NAME, Map.of());
        server.addApp(SERVICE);
        server.start(SERVICE, timed(Map.of("port", "0"), service));
        proxy = FaultProxy.start(port(), 1);
    }

    private Map<String, String> timed(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("heartbeat", heartbeat.toMillis() + "ms");
        all.put("timeout", timeout.toMillis() + "ms");
        for (String pair : more) all.put(pair.split("=")[0], pair.split("=")[1]);
        return all;
    }

    private int port() {
        String address = server.app(SERVICE).orElseThrow().status();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** After how long a peer that is not heard of is given up. */
    Duration patience() {
        return timeout.multipliedBy(2);
    }

    FaultProxy proxy() {
        return proxy;
    }

    ScriptedExchange exchange() {
        return (ScriptedExchange) server.gateway(ScriptedExchange.NAME).orElseThrow();
    }

    HistoryChecker checker() {
        return checker;
    }

    /** A client that is live, behind the proxy. */
    Client client(String name, String... more) throws InterruptedException {
        return client(name, proxy.port(), more);
    }

    /** A client that is live and whose connections are good. */
    Client neighbour(String name) throws InterruptedException {
        return client(name, port());
    }

    private Client client(String name, int port, String... more) throws InterruptedException {
        MainEngine engine = MainEngine.create(OPTIONS);
        engine.addGateway(RPC);
        Client client = new Client(engine, checker.consumer(name), new CopyOnWriteArrayList<>());
        clients.add(client);
        Recorder.attach(engine, RPC, ScriptedExchange.NAME, client.history()::add);
        engine.events().on(GatewayStatus.class, RPC, client.states()::add);
        engine.connect(RPC, timed(Map.of("address", "127.0.0.1:" + port, "name", name, "ticks", "all"), more));
        assertThat(engine.awaitState(RPC, GatewayState.LIVE, Eventually.PATIENCE)).isTrue();
        return client;
    }

    /** A figure of the service. */
    long figure(String name) {
        return rows("service").stream().filter(row -> row.get(0).equals(name))
                .map(row -> ((Number) row.get(1)).longValue()).findFirst().orElseThrow();
    }

    private List<List<Object>> rows(String table) {
        return server.app(SERVICE).orElseThrow().monitors().stream()
                .filter(monitor -> monitor.name().equals(table)).findFirst().orElseThrow().rows().get();
    }

    /** Waits until the server has no session left, and nothing of one. */
    void awaitReleased() {
        Duration soon = patience().plus(Duration.ofSeconds(5)); // far less than what an idle connection is left
        Eventually.within(soon, () -> "a session is left", () -> figure("sessions") == 0);
        Eventually.within(soon, () -> figure("connections") + " connections", () -> figure("connections") == 0);
        Eventually.until("no session's thread is left", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("rpc-session-")));
    }

    /** Waits until a client has noticed that the connection is lost; answers for how long that took. */
    Duration awaitLoss(Client client, Duration limit) {
        return Eventually.within(limit, () -> "lost, but it is " + client.states(), () -> !client.isConnected());
    }

    Duration awaitLive(Client client) {
        return Eventually.until("live", () -> client.state() == GatewayState.LIVE);
    }

    /** Waits until all that the exchange published before has reached all clients. */
    void settle() throws InterruptedException {
        settle(clients.toArray(Client[]::new));
    }

    /** Waits until all that the exchange published before has reached some clients. */
    void settle(Client... those) throws InterruptedException {
        String mark = "mark " + marks.incrementAndGet();
        List<CountDownLatch> seen = new ArrayList<>();
        for (Client client : those) {
            CountDownLatch latch = new CountDownLatch(1);
            client.engine().events().on(LogEntry.class, entry -> {
                if (entry.message().equals(mark)) latch.countDown();
            });
            seen.add(latch);
        }
        server.log(LogLevel.DEBUG, "test", mark);
        for (CountDownLatch latch : seen) assertThat(latch.await(60, TimeUnit.SECONDS)).as(mark).isTrue();
    }

    /** Settles, and asserts that nothing was lost, doubled, reordered or invented, and that all books are the same. */
    void assertNothingLost() throws InterruptedException {
        settle();
        Findings findings = checker.check(clients.stream().map(Client::history).toList());
        for (Client client : clients) {
            checker.compareBooks(client.history().name(), Recorder.books(server, "", ScriptedExchange.NAME),
                    Recorder.books(client.engine(), RPC, ScriptedExchange.NAME), findings);
        }
        assertThat(findings.isClean()).as("%s", findings).isTrue();
        assertThat(findings.entries()).isPositive();
    }

    /** Notes a figure of a row of the table of faults. */
    static void report(int row, String what, Duration time) {
        System.out.printf("fault %d: %s %.2f s%n", row, what, time.toNanos() / 1e9);
    }

    @Override
    public void close() {
        exchange().answer(outcome -> outcome);
        proxy.heal();
        for (Client client : clients) client.engine().close();
        proxy.close();
        server.close();
    }
}

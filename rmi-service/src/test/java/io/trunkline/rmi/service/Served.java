package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An engine with a fake gateway, served at loopback. */
final class Served implements AutoCloseable {

    static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    static final InstrumentId HC = InstrumentId.parse("hc2610.SHFE");
    static final OrderRequest BUY = OrderRequest.limit("FAKE", RB, Direction.LONG, Offset.OPEN, 1, 3000);
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static final EngineOptions OPTIONS = EngineOptions.DEFAULTS.withUnsubscribeDelay(Duration.ofMillis(1))
            .withTimerInterval(Duration.ofDays(1)); // so that nothing but what a test does wakes the event thread

    final MainEngine engine;
    final FakeGateway gateway;
    final App app;

    /** Not started yet. */
    Served() {
        this(OPTIONS);
    }

    private Served(EngineOptions options) {
        engine = MainEngine.create(options);
        gateway = (FakeGateway) engine.addGateway(new FakeGateway.Provider(), "FAKE");
        app = engine.addApp("RpcService");
    }

    /** Starts the service on a free port, with a patience that no test reaches unless it asks for less. */
    static Served start(String... settings) {
        return start(new Served(), settings);
    }

    /** The same with a home. */
    static Served startIn(Path home, String... settings) {
        return start(new Served(OPTIONS.withHome(home)), settings);
    }

    private static Served start(Served served, String... settings) {
        served.gateway.publish(contract(RB));
        served.gateway.publish(contract(HC));
        served.begin(settings);
        return served;
    }

    void begin(String... settings) {
        Map<String, String> texts = new HashMap<>(Map.of("port", "0", "timeout", "1m"));
        for (int i = 0; i < settings.length; i += 2) texts.put(settings[i], settings[i + 1]);
        engine.start("RpcService", texts);
    }

    static Contract contract(InstrumentId instrument) {
        return Contract.builder().gateway("FAKE").instrument(instrument).name("n").product(Product.FUTURES).priceTick(1)
                .build();
    }

    static Tick tick(InstrumentId instrument, double lastPrice) {
        return Tick.builder().gateway("FAKE").instrument(instrument).time(NOON).name("n").lastPrice(lastPrice).build();
    }

    TestClient client(String name) throws IOException {
        return client(name, false);
    }

    TestClient client(String name, boolean allTicks) throws IOException {
        TestClient client = TestClient.open(app.status(), name, allTicks);
        assertThat(client.refusedBy()).isEmpty();
        Waiting.await(client.synced);
        return client;
    }

    /** Waits until the event thread has handled everything that was published before. */
    void drain() {
        CountDownLatch handled = new CountDownLatch(1);
        engine.events().execute(handled::countDown);
        Waiting.await(handled);
    }

    /** Publishes an order as a mark and waits until the client has it, and so everything before it. */
    void mark(TestClient client, String local) {
        gateway.publish(Order.of(BUY, "FAKE", local));
        Waiting.until(() -> client.hasOrder(local), () -> client.fault);
    }

    List<List<Object>> rows(String monitor) {
        return app.monitors().stream().filter(each -> each.name().equals(monitor)).map(Monitor::rows).findFirst()
                .orElseThrow().get();
    }

    Object figure(String name) {
        return rows("service").stream().filter(row -> row.get(0).equals(name)).findFirst().orElseThrow().get(1);
    }

    /** How many requests of a client's only session were refused. */
    Object refusedOf(String client) {
        return rows("sessions").stream().filter(row -> row.get(1).equals(client)).findFirst().orElseThrow().get(7);
    }

    int port() {
        return Integer.parseInt(app.status().replaceAll(".*:", ""));
    }

    int sessions() {
        return rows("sessions").size();
    }

    @Override
    public void close() {
        engine.close();
    }
}

package io.trunkline.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An engine with the app Paper and a real exchange X that lists rb2610.SHFE and hc2610.SHFE, of size 10. */
final class PaperRig implements AutoCloseable {

    static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    static final InstrumentId HC = InstrumentId.parse("hc2610.SHFE");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z"); // 12:00 in Shanghai

    final MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS);
    final RealExchange real = add("X", false);
    final App paper = engine.addApp(new PaperProvider());
    final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    PaperRig() {
        list("X", RB);
        list("X", HC);
        engine.events().on(LogEntry.class, entry -> {
            if (entry.level() == LogLevel.WARNING) warnings.add(entry.message());
        });
    }

    /** With paper trading of clients, separated by commas. */
    static PaperRig of(String clients) {
        PaperRig rig = new PaperRig();
        rig.start(clients);
        return rig;
    }

    void start(String clients) {
        engine.start("Paper", Map.of("clients", clients));
    }

    RealExchange add(String name, boolean remote) {
        return (RealExchange) engine.addGateway(new RealExchange.Provider(remote ? "FAR" : "NEAR", remote), name);
    }

    void list(String path, InstrumentId instrument) {
        publish(Contract.builder().gateway(path).instrument(instrument).product(Product.FUTURES).size(10).priceTick(1)
                .minVolume(1).build());
    }

    /** Shows a book of rb2610 at a path: bid, lots, ask, lots. */
    void show(String path, double bid, double bidVolume, double ask, double askVolume) {
        publish(Tick.builder().gateway(path).instrument(RB).time(NOON).lastPrice(bid)
                .depth(Depth.of(bid, bidVolume, ask, askVolume)).build());
    }

    void show(double bid, double bidVolume, double ask, double askVolume) {
        show("X", bid, bidVolume, ask, askVolume);
    }

    /** Publishes an event and waits until all was handled. */
    void publish(Event event) {
        engine.events().publish(event);
        drain();
    }

    void drain() {
        CountDownLatch handled = new CountDownLatch(1);
        engine.events().execute(handled::countDown);
        try {
            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    RequestPort port(String client) {
        return client.isEmpty() ? engine.requestsOf(Origin.LOCAL) : engine.requestsOf(new Origin(client));
    }

    static OrderRequest limit(Direction direction, Offset offset, double volume, double price) {
        return OrderRequest.limit("X", RB, direction, offset, volume, price);
    }

    static OrderRequest buying(double volume, double price) {
        return limit(Direction.LONG, Offset.OPEN, volume, price);
    }

    static QuoteRequest quoting(String path) {
        return QuoteRequest.of(path, RB, 2999, 1, 3001, 1, Offset.OPEN, Offset.OPEN);
    }

    /** The accepted id of an order of a client. */
    Id send(String client, OrderRequest request) {
        Id id = accepted(port(client).sendOrder(request));
        drain();
        return id;
    }

    Id buy(String client, double volume, double price) {
        return send(client, buying(volume, price));
    }

    static Id accepted(Outcome outcome) {
        return outcome.acceptedId().orElseThrow(() -> new AssertionError("not accepted: " + outcome));
    }

    static void assertRefused(Outcome outcome, String rule, String part) {
        assertThat(outcome.whyRefused()).as("%s", outcome).hasValueSatisfying(refusal -> {
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.message()).contains(part);
        });
    }

    Order order(Id id) {
        return engine.order(id).orElseThrow();
    }

    double held(String gateway) {
        return engine.position(Position.idOf(gateway, RB, Direction.LONG)).map(Position::volume).orElse(0.0);
    }

    /** What reached the real exchange. */
    List<Object> reached() {
        return List.copyOf(real.changes);
    }

    @Override
    public void close() {
        engine.close();
    }
}

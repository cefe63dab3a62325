package io.trunkline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An engine with a desk, a gateway X, a contract rb2610.SHFE of size 10 and price tick 1, and a clock to be moved. */
final class Rig implements AutoCloseable {

    static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    static final InstrumentId HC = InstrumentId.parse("hc2610.SHFE");
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z"); // 12:00 in Shanghai
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final MainEngine engine;
    final FakeExchange exchange;
    final App desk;
    private volatile Instant now = NOON;

    private Rig(EngineOptions options) {
        engine = MainEngine.create(options.withClock(() -> now));
        exchange = (FakeExchange) engine.addGateway(new FakeExchange.Provider(), "X");
        desk = engine.addApp(new DeskProvider());
        publish(contract(RB).build());
        publish(contract(HC).build());
    }

    /** A desk that is started with settings. */
    static Rig started(Map<String, String> settings) {
        Rig rig = stopped(EngineOptions.DEFAULTS);
        try {
            rig.start(settings);
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    static Rig stopped(EngineOptions options) {
        return new Rig(options);
    }

    static Rig at(Path home) {
        return new Rig(EngineOptions.DEFAULTS.withHome(home));
    }

    void start(Map<String, String> settings) {
        engine.start("Desk", settings);
    }

    void move(Duration time) {
        now = now.plus(time);
    }

    static Contract.Builder contract(InstrumentId instrument) {
        return Contract.builder().gateway("X").instrument(instrument).product(Product.FUTURES).size(10).priceTick(1);
    }

    static Tick last(double price) {
        return Tick.builder().gateway("X").instrument(RB).time(NOON).lastPrice(price).build();
    }

    /** Publishes an event and waits until all was handled. */
    void publish(Event event) {
        engine.events().publish(event);
        drain();
    }

    void drain() {
        CountDownLatch handled = new CountDownLatch(1);
        engine.events().execute(handled::countDown);
        await(handled);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) throw new AssertionError("waited too long");
            Thread.yield();
        }
    }

    RequestPort of(String client) {
        return client.isEmpty() ? engine.requestsOf(Origin.LOCAL) : engine.requestsOf(new Origin(client));
    }

    static OrderRequest limit(double volume, double price) {
        return OrderRequest.limit("X", RB, Direction.LONG, Offset.OPEN, volume, price);
    }

    static QuoteRequest quote(double volume) {
        return QuoteRequest.of("X", RB, 2999, volume, 3001, volume, Offset.OPEN, Offset.OPEN);
    }

    /** Buys lots at 3000. */
    Outcome buy(String client, double volume) {
        return of(client).sendOrder(limit(volume, 3000));
    }

    static Refusal why(Outcome outcome) {
        return outcome.whyRefused().orElseThrow(() -> new AssertionError("not refused: " + outcome));
    }

    static void assertRefused(Outcome outcome, String rule, String message) {
        assertThat(why(outcome)).isEqualTo(new Refusal(rule, message));
    }

    static Id accepted(Outcome outcome) {
        return outcome.acceptedId().orElseThrow(() -> new AssertionError("not accepted: " + outcome));
    }

    /** The exchange says that an order ended. */
    void ended(Id order, Status status) {
        drain();
        publish(engine.order(order).orElseThrow().toBuilder().status(status).build());
    }

    /** Switches a state: scope, name, state. */
    String set(String scope, String name, String state) {
        Action action = desk.actions().get(0);
        return action.run().apply(Settings.parse(action.parameters(),
                Map.of("scope", scope, "name", name, "state", state, "by", "the test")));
    }

    /** The rows of one of the desk's tables. */
    List<List<Object>> table(String name) {
        return desk.monitors().stream().filter(monitor -> monitor.name().equals(name)).map(Monitor::rows)
                .findFirst().orElseThrow().get();
    }

    @Override
    public void close() {
        engine.close();
    }
}

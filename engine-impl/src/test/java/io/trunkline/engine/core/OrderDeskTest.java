package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.buy;
import static io.trunkline.engine.core.Fixtures.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.Origin;
import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

    private final CoreBooks books = new CoreBooks();
    private final CoreEventEngine sink = CoreEventEngine.start(
            event -> books.apply(event) ? event : null, Duration.ofSeconds(1), () -> NOON, EventQueue.MARK,
            WaitStrategy.PARK);
    private final Gateways gateways = new Gateways(name -> GatewayContext.of(name, sink, () -> NOON));
    private final FakeGateway sim = (FakeGateway) gateways.add(FakeGateway.local("FAKE"), "SIM");
    private final KeyMemory keys = new KeyMemory(10, Duration.ZERO);
    private final OrderDesk desk = new OrderDesk(new Router(gateways, books),
            new Courier(new InterceptorChain(), sink, () -> NOON), books, keys,
            new Settlement(keys, gateways, books, sink, () -> NOON));
    private final List<String> kept = new ArrayList<>();

    /** Writes down what it is to keep, and what the gateway had been asked by then. */
    private class Store implements KeyStore {
        @Override
        public boolean isLasting() {
            return true;
        }

        @Override
        public UUID identity() {
            return new UUID(1, 2);
        }

        @Override
        public void intent(Sender sender, long fingerprint, String path) {
            kept.add("intent " + sender.clientKey() + " to " + path + " after " + sim.asked.size());
        }

        @Override
        public void outcome(String key, long fingerprint, Outcome outcome) {
            kept.add("outcome " + key + " after " + sim.asked.size());
        }

        @Override
        public void close() { }
    }

    @BeforeEach
    void list() {
        sink.publish(contract("SIM", RB));
    }

    @AfterEach
    void close() {
        sink.close(Duration.ofSeconds(5));
    }

    @Test
    void keepsTheIntentBeforeTheGatewayIsAskedAndTheOutcomeAfterwards() {
        keys.keepIn(new Store());

        desk.send(buy("SIM").withClientKey("k"), Origin.LOCAL);

        assertThat(kept).containsExactly("intent k to SIM after 0", "outcome k after 1");
    }

    @Test
    void keepsNothingOfWhatIsRefusedBeforeTheGateway() {
        keys.keepIn(new Store());

        desk.send(buy("NONE").withClientKey("k"), Origin.LOCAL);
        desk.send(buy("SIM").withClientKey("late").withValidity(Duration.ofNanos(1)), Origin.LOCAL);

        assertThat(kept).isEmpty();
    }

    @Test
    void sendsNothingWhoseIntentCannotBeKept() {
        keys.keepIn(new Store() {
            @Override
            public void intent(Sender sender, long fingerprint, String path) {
                throw new UncheckedIOException(new IOException("the disk is full"));
            }
        });

        Outcome outcome = desk.send(buy("SIM").withClientKey("k"), Origin.LOCAL);

        assertThat(outcome.whyRefused()).hasValueSatisfying(refusal -> {
            assertThat(refusal.rule()).isEqualTo("journal-error");
            assertThat(refusal.message()).contains("the disk is full");
        });
        assertThat(sim.asked).isEmpty();
    }
}

package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.buy;
import static io.trunkline.engine.core.Fixtures.contract;
import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.JournalOptions;
import io.trunkline.engine.JournalSync;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SettlementTest {

    private static final Outcome ACCEPTED = Outcome.accepted(Id.parse("SIM.7"));
    private static final Outcome NEVER = new Outcome.NeverReceived("k");

    @TempDir
    private Path home;

    private final List<LogEntry> entries = new CopyOnWriteArrayList<>();
    private MainEngine engine;
    private FakeGateway sim;

    private void start(EngineOptions options) {
        engine = MainEngine.create(options.withClock(() -> NOON));
        engine.events().on(LogEntry.class, entries::add);
        sim = (FakeGateway) engine.addGateway(FakeGateway.local("FAKE"), "SIM");
        engine.events().publish(contract("SIM", RB));
        sim.report(GatewayState.LIVE);
        drain(engine.events());
    }

    private void startWithJournal() {
        start(EngineOptions.DEFAULTS.withHome(home).withJournal(new JournalOptions("test", JournalSync.WRITTEN)));
    }

    /** Sends an order whose answer gets lost; the gateway then answers nothing but doubt until it is told more. */
    private Outcome sendIntoDoubt() {
        sim.onOrder = request -> new Outcome.InDoubt(request.clientKey(), "the answer was lost");
        return engine.sendOrder(buy("SIM").withClientKey("k"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void asksTheGatewayByItselfUntilItKnows() {
        start(EngineOptions.DEFAULTS);
        AtomicInteger asked = new AtomicInteger();
        sim.onOutcome = key -> asked.incrementAndGet() < 3 ? new Outcome.InDoubt(key, "wait") : ACCEPTED;

        assertThat(sendIntoDoubt()).isInstanceOf(Outcome.InDoubt.class);

        until(() -> !entries.isEmpty());
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.level()).isEqualTo(LogLevel.INFO);
            assertThat(entry.gateway()).isEqualTo("SIM");
            assertThat(entry.message()).contains("client key k").contains("accepted as SIM.7");
        });
        assertThat(engine.outcome("k")).isEqualTo(ACCEPTED);
        assertThat(engine.sendOrder(buy("SIM").withClientKey("k"))).isEqualTo(ACCEPTED);
        assertThat(sim.count(OrderRequest.class)).isEqualTo(1);
    }

    @Test
    void doesNotAskAGatewayThatIsDownAndAsksOnceItIsLive() {
        start(EngineOptions.DEFAULTS);
        sim.onOutcome = key -> ACCEPTED;
        sim.report(GatewayState.CONNECTING);

        sendIntoDoubt();

        assertThat(engine.outcome("k")).isInstanceOfSatisfying(Outcome.InDoubt.class,
                doubt -> assertThat(doubt.reason()).contains("SIM is CONNECTING"));
        sim.report(GatewayState.LIVE);
        until(() -> !entries.isEmpty());
        assertThat(engine.outcome("k")).isEqualTo(ACCEPTED);
    }

    @Test
    void settlesFromAnOrderThatTheGatewayReportsWithTheKey() {
        start(EngineOptions.DEFAULTS);
        sendIntoDoubt();
        assertThat(engine.outcome("k")).isInstanceOf(Outcome.InDoubt.class);

        engine.events().publish(Order.of(buy("SIM").withClientKey("k"), "SIM", "7"));
        drain(engine.events());

        assertThat(engine.outcome("k")).isEqualTo(ACCEPTED);
    }

    @Test
    void warnsOfWhatWasNeverReceivedAndTakesItsKeyAgain() {
        start(EngineOptions.DEFAULTS);
        sim.onOutcome = key -> NEVER;
        sendIntoDoubt();

        until(() -> !entries.isEmpty());
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.level()).isEqualTo(LogLevel.WARNING);
            assertThat(entry.message()).contains("never received");
        });
        sim.onOrder = request -> ACCEPTED;
        assertThat(engine.sendOrder(buy("SIM").withClientKey("k"))).isEqualTo(ACCEPTED);
    }

    @Test
    void asksTheGatewaysForAKeyThatItDoesNotKnow() {
        start(EngineOptions.DEFAULTS);
        assertThat(engine.outcome("k")).as("no journal, and the gateway cannot tell")
                .isInstanceOf(Outcome.InDoubt.class);

        sim.onOutcome = key -> NEVER;
        assertThat(engine.outcome("k")).isEqualTo(NEVER);
        sim.onOutcome = key -> ACCEPTED;
        assertThat(engine.outcome("k")).isEqualTo(ACCEPTED);
        sim.onOutcome = key -> {
            throw new IllegalStateException("on purpose");
        };
        assertThat(engine.outcome("k")).isInstanceOf(Outcome.InDoubt.class);
    }

    @Test
    void knowsAfterARestartWhatWasSentAndWhatIsInDoubt() {
        startWithJournal();
        sim.onOrder = request -> ACCEPTED;
        engine.sendOrder(buy("SIM").withClientKey("sent"));
        sendIntoDoubt();
        engine.close();

        startWithJournal();

        assertThat(engine.outcome("sent")).isEqualTo(ACCEPTED);
        assertThat(engine.sendOrder(buy("SIM").withClientKey("sent"))).isEqualTo(ACCEPTED);
        assertThat(engine.sendOrder(buy("SIM").withClientKey("k"))).isInstanceOf(Outcome.InDoubt.class);
        assertThat(sim.asked).isEmpty();
        assertThat(engine.outcome("other")).as("the journal would know").isEqualTo(new Outcome.NeverReceived("other"));
        sim.onOutcome = key -> ACCEPTED;
        assertThat(engine.outcome("k")).isEqualTo(ACCEPTED);
        engine.close();

        startWithJournal();
        assertThat(engine.outcome("k")).as("settled before").isEqualTo(ACCEPTED);
    }

    @Test
    void settlesByItselfWhatAnEarlierEngineLeftInDoubt() {
        startWithJournal();
        sendIntoDoubt();
        engine.close();
        entries.clear();

        startWithJournal();
        sim.onOutcome = key -> ACCEPTED;

        until(() -> !entries.isEmpty());
        assertThat(entries.get(0).message()).contains("accepted as SIM.7");
    }

    @Test
    void endsItsThreadWithTheEngine() {
        start(EngineOptions.DEFAULTS);
        sim.onOutcome = key -> ACCEPTED;
        sendIntoDoubt();
        until(() -> !entries.isEmpty());
        Thread settling = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("engine-settle")).findFirst().orElseThrow();

        engine.close();

        assertThat(settling.isAlive()).isFalse();
    }

    @Test
    void saysIfAnotherEngineHasTheJournal() {
        startWithJournal();
        EngineOptions options =
                EngineOptions.DEFAULTS.withHome(home).withJournal(new JournalOptions("test", JournalSync.SYNCED));

        assertThatThrownBy(() -> MainEngine.create(options)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use by another engine");
        assertThatThrownBy(() -> EngineOptions.DEFAULTS.withJournal(new JournalOptions("test", JournalSync.SYNCED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JournalOptions("../x", JournalSync.SYNCED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

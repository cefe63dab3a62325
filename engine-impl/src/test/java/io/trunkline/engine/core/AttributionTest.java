package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.IF;
import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.buy;
import static io.trunkline.engine.core.Fixtures.contract;
import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.order;
import static io.trunkline.engine.core.Fixtures.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.JournalOptions;
import io.trunkline.engine.JournalSync;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose orders, trades and quotes are of which a gateway tells no more than what the exchange does. */
@Timeout(60)
class AttributionTest {

    @TempDir
    private Path home;

    private final List<Order> seen = new CopyOnWriteArrayList<>();
    private MainEngine engine;
    private FakeGateway sim;

    @BeforeEach
    void start() {
        engine = MainEngine.create(EngineOptions.DEFAULTS.withHome(home).withClock(() -> NOON)
                .withJournal(new JournalOptions("test", JournalSync.WRITTEN)));
        engine.events().on(Order.class, seen::add);
        sim = (FakeGateway) engine.addGateway(FakeGateway.local("FAKE"), "SIM");
        publish(contract("SIM", RB), contract("SIM", IF));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void restart() {
        close();
        seen.clear();
        start();
    }

    private void publish(Event... events) {
        for (Event event : events) engine.events().publish(event);
        drain(engine.events());
    }

    private Id buyAsAlice() {
        Outcome outcome = engine.requestsOf(new Origin("alice"))
                .sendOrder(buy("SIM").withClientKey("k").withReference("grid"));
        drain(engine.events());
        return outcome.acceptedId().orElseThrow();
    }

    private void assertAlices(Order order) {
        assertThat(List.of(order.owner(), order.reference(), order.clientKey())).containsExactly("alice", "grid", "k");
    }

    @Test
    void anOrderAndItsTradesAreTheirSendersAfterARestartThoughTheGatewayForgotWhose() {
        Id id = buyAsAlice();
        restart();

        publish(trade("SIM.t1", id.value()), order(id.value(), Status.PARTTRADED, 1), trade("SIM.t2", id.value()));

        assertThat(seen).singleElement().satisfies(this::assertAlices);
        assertAlices(engine.order(id).orElseThrow());
        assertThat(engine.trades(id)).hasSize(2).extracting(Trade::owner).containsOnly("alice");
        assertThat(engine.trades(id)).extracting(Trade::reference).containsOnly("grid");
    }

    @Test
    void anotherOrderThatBearsTheSameKeyIsNotTheSenders() {
        buyAsAlice();
        engine.addGateway(FakeGateway.local("FAKE"), "TWO");
        publish(contract("TWO", RB));

        publish(order("SIM.77", Status.NOTTRADED, 0).toBuilder().clientKey("k").build(),
                order("TWO.1", Status.NOTTRADED, 0).toBuilder().clientKey("k").build());

        assertThat(engine.order(new Id("SIM.77")).orElseThrow().owner()).isEmpty();
        assertThat(engine.order(new Id("TWO.1")).orElseThrow().owner()).isEmpty();
    }

    @Test
    void aQuoteIsItsSendersAfterARestart() {
        QuoteRequest request = QuoteRequest.of("SIM", RB, 2999, 1, 3001, 1, Offset.OPEN, Offset.OPEN);
        Id id = engine.requestsOf(new Origin("alice")).sendQuote(request.withReference("mm")).acceptedId()
                .orElseThrow();
        restart();

        publish(Quote.of(request, "SIM", id.value().substring(4)));

        assertThat(engine.quote(id).orElseThrow().owner()).isEqualTo("alice");
        assertThat(engine.quote(id).orElseThrow().reference()).isEqualTo("mm");
    }

    @Test
    void whatWasInDoubtIsItsSendersAsSoonAsItsKeyIsReported() {
        sim.onOrder = request -> new Outcome.InDoubt(request.clientKey(), "the line broke");
        engine.requestsOf(new Origin("alice")).sendOrder(buy("SIM").withClientKey("k").withReference("grid"));
        restart();

        publish(order("SIM.9", Status.NOTTRADED, 0).toBuilder().clientKey("k").build());

        assertThat(seen).singleElement().satisfies(this::assertAlices);
    }

    @Test
    void anotherOrderThatGotTheSameIdIsNotTheSenders() {
        Id id = buyAsAlice();
        restart();

        publish(order(id.value(), Status.NOTTRADED, 0).toBuilder().instrument(IF).build());
        assertThat(engine.order(id).orElseThrow().owner()).isEmpty();
        restart();
        publish(order(id.value(), Status.NOTTRADED, 0).toBuilder().clientKey("another").build());

        assertThat(engine.order(id).orElseThrow().owner()).isEmpty();
    }

    @Test
    void whatTheGatewayTellsIsLeftAsItIs() {
        Id id = buyAsAlice();
        restart();

        publish(order(id.value(), Status.NOTTRADED, 0).toBuilder().owner("desk 7").build());

        assertThat(engine.order(id).orElseThrow().owner()).isEqualTo("desk 7");
        assertThat(engine.order(id).orElseThrow().reference()).isEqualTo("grid");
    }

    @Test
    void aGatewayThatNeverTellsWhoseAnOrderIsIsCompletedWhileTheEngineRuns() {
        sim.onOrder = request -> {
            publish(order("SIM.5", Status.SUBMITTING, 0));
            return Outcome.accepted(new Id("SIM.5"));
        };
        buyAsAlice();
        assertAlices(engine.order(new Id("SIM.5")).orElseThrow());

        publish(order("SIM.5", Status.PARTTRADED, 1), trade("SIM.t1", "SIM.5"));

        assertThat(seen).extracting(Order::owner).containsExactly("", "alice", "alice");
        assertThat(engine.trades()).singleElement().extracting(Trade::owner).isEqualTo("alice");
    }

    @Test
    void whatNobodyLabelledIsPublishedOnce() {
        engine.sendOrder(buy("SIM"));
        publish(order("SIM.1", Status.NOTTRADED, 0));

        assertThat(seen).hasSize(2).extracting(Order::owner).containsOnly("");
    }

    @Test
    void behindAnotherEngineThatOneSaysWhoseAnOrderIs() {
        FakeGateway rpc = (FakeGateway) engine.addGateway(FakeGateway.remote("REMOTE"), "RPC");
        rpc.onOrder = request -> Outcome.accepted(new Id("RPC.CTP.3"));
        publish(contract("RPC.CTP", RB));
        assertThat(engine.requestsOf(new Origin("alice")).sendOrder(buy("RPC.CTP")).isAccepted()).isTrue();

        publish(Order.of(buy("RPC.CTP"), "RPC.CTP", "3"));

        assertThat(seen).singleElement().extracting(Order::owner).isEqualTo("");
    }
}

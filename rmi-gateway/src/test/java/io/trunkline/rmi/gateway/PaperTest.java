package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that trades on paper, as it sees it through its gateway RPC. */
@Timeout(60)
class PaperTest {

    private static final String PAPER = "RPC.PAPER-alice";

    private final Rig rig = new Rig();
    private MainEngine server;
    private MainEngine alice;
    private FakeGateway ctp;

    @BeforeEach
    void start() {
        server = rig.server("CTP");
        server.addApp("Paper");
        server.start("Paper", Map.of("clients", "alice"));
        ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        alice = rig.client(server, "name=alice");
        rig.settle(server, alice);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static OrderRequest buy(String path, double price) {
        return OrderRequest.limit(path, RB, Direction.LONG, Offset.OPEN, 1, price);
    }

    private void show(double bid, double ask) {
        ctp.publish(Samples.tick("CTP", RB, bid).toBuilder().limitUp(0).limitDown(0).depth(Depth.of(bid, 5, ask, 5))
                .build());
        rig.settle(server, alice);
    }

    private static Id accepted(Outcome outcome) {
        return outcome.acceptedId().orElseThrow(() -> new AssertionError("not accepted: " + outcome));
    }

    private List<Request> changes() {
        return ctp.asked(Request.class).stream()
                .filter(asked -> !(asked instanceof SubscribeRequest || asked instanceof UnsubscribeRequest))
                .toList();
    }

    @Test
    void theBareAndTheFullPathLeadToPaperWithIdsAndEventsThatFit() {
        show(2999, 3001);
        for (String path : List.of("RPC", "RPC.CTP", PAPER)) {
            Id id = accepted(alice.sendOrder(buy(path, 3001).withClientKey("key of " + path)));
            rig.settle(server, alice);

            assertThat(id.value()).startsWith(PAPER + ".");
            assertThat(alice.order(id).orElseThrow().status()).isEqualTo(Status.ALLTRADED);
            assertThat(alice.trades(id)).singleElement().extracting(trade -> trade.owner()).isEqualTo("alice");
            assertThat(alice.outcome("key of " + path)).isEqualTo(Outcome.accepted(id));
        }
        assertThat(alice.position(Position.idOf(PAPER, RB, Direction.LONG)).orElseThrow().volume()).isEqualTo(3);
        assertThat(alice.account(Id.parse(PAPER + ".alice"))).isPresent();
        assertThat(changes()).isEmpty();
    }

    @Test
    void ordersAndQuotesAreCancelledByTheirIds() {
        Id order = accepted(alice.sendOrder(buy("RPC", 2990)));
        Id quote = accepted(alice.sendQuote(QuoteRequest.of("RPC", RB, 2990, 1, 3010, 1, Offset.OPEN, Offset.OPEN)));
        assertThat(alice.cancelOrder(CancelRequest.of(order)).acceptedId()).contains(order);
        assertThat(alice.cancelQuote(CancelQuoteRequest.of(quote)).acceptedId()).contains(quote);
        rig.settle(server, alice);

        assertThat(alice.order(order).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(alice.quote(quote).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(changes()).isEmpty();
    }

    @Test
    void othersTradeForRealBesideIt() {
        MainEngine bob = rig.client(server, "name=bob");
        assertThat(accepted(bob.sendOrder(buy("RPC", 3000))).value()).startsWith("RPC.CTP.");
        assertThat(changes()).hasSize(1);
    }

    @Test
    void aStopTakesTheAccountOutOfTheClientsBooks() {
        show(2999, 3001);
        Id id = accepted(alice.sendOrder(buy("RPC", 3000)));
        accepted(alice.sendOrder(buy("RPC", 3001)));
        server.app("Paper").orElseThrow().stop();
        rig.settle(server, alice);

        assertThat(alice.order(id).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(alice.account(Id.parse(PAPER + ".alice"))).isEmpty();
        assertThat(alice.positions()).isEmpty();
        Rig.awaitSign(alice, "equal");
    }

    @Test
    void aServiceThatRequiresPaperDoesNotStartWithoutIt() {
        server.app("Paper").orElseThrow().stop();
        Rig.stop(server);
        assertThatThrownBy(() -> Rig.start(server, 0, "require=paper")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the service does not start without paper");

        server.start("Paper", Map.of("clients", "alice"));
        Rig.start(server, 0, "require=paper");
        assertThat(Optional.of(Rig.address(server))).isPresent();
    }
}

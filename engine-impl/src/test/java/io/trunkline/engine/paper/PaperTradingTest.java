package io.trunkline.engine.paper;

import static io.trunkline.engine.paper.PaperRig.RB;
import static io.trunkline.engine.paper.PaperRig.accepted;
import static io.trunkline.engine.paper.PaperRig.assertRefused;
import static io.trunkline.engine.paper.PaperRig.buying;
import static io.trunkline.engine.paper.PaperRig.limit;
import static io.trunkline.engine.paper.PaperRig.quoting;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Trade;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients that trade on paper get. */
@Timeout(60)
class PaperTradingTest {

    private static final String ALICE = "PAPER-alice";

    private final PaperRig rig = PaperRig.of("alice,bob");

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.reached()).isEmpty();
    }

    @Test
    void aLimitOrderWaitsAndTradesWhenTheBookComesToIt() {
        rig.show(2999, 5, 3001, 5);
        Id id = rig.buy("alice", 2, 3000);
        assertThat(id.gateway()).isEqualTo(ALICE);
        assertThat(rig.order(id).status()).isEqualTo(Status.NOTTRADED);
        assertThat(rig.order(id).owner()).isEqualTo("alice");

        rig.show(2998, 5, 3000, 5);
        rig.drain();
        assertThat(rig.order(id).status()).isEqualTo(Status.ALLTRADED);
        Trade trade = rig.engine.trades(id).get(0);
        assertThat(trade.owner()).isEqualTo("alice");
        assertThat(trade.price()).isEqualTo(3000);
        assertThat(trade.id().gateway()).isEqualTo(ALICE);
        assertThat(rig.held(ALICE)).isEqualTo(2);
    }

    @Test
    void aMarketOrderTradesAtTheTouchWhatTheBookShows() {
        rig.show(2999, 5, 3001, 3);
        Id id = rig.send("alice", OrderRequest.market("X", RB, Direction.LONG, Offset.OPEN, 4));

        assertThat(rig.engine.trades(id)).singleElement().satisfies(trade -> {
            assertThat(trade.price()).isEqualTo(3001);
            assertThat(trade.volume()).isEqualTo(3);
        });
        assertThat(rig.order(id).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aLimitOrderTradesInPartsAsTheBookAllows() {
        rig.show(2999, 5, 3001, 3);
        Id id = rig.buy("alice", 5, 3001);
        assertThat(rig.order(id).status()).isEqualTo(Status.PARTTRADED);
        assertThat(rig.order(id).traded()).isEqualTo(3);

        rig.show(2999, 5, 3001, 9);
        rig.drain();
        assertThat(rig.order(id).status()).isEqualTo(Status.ALLTRADED);
    }

    @Test
    void anOrderIsCancelledByItsId() {
        rig.show(2999, 5, 3001, 3);
        Id id = rig.buy("alice", 1, 2990);

        assertThat(rig.port("alice").cancelOrder(CancelRequest.of(id)).acceptedId()).contains(id);
        rig.drain();
        assertThat(rig.order(id).status()).isEqualTo(Status.CANCELLED);
        assertRefused(rig.port("alice").cancelOrder(CancelRequest.of(id)), "not-active", "CANCELLED");
    }

    @Test
    void outcomeAndARepeatedKeyAnswerTheFirstId() {
        OrderRequest request = buying(1, 2990).withClientKey("k1");
        Id id = rig.send("alice", request);

        assertThat(rig.port("alice").outcome("k1")).isEqualTo(Outcome.accepted(id));
        assertThat(rig.port("alice").sendOrder(request)).isEqualTo(Outcome.accepted(id));
        rig.port("alice").sendOrder(buying(1.5, 2990).withClientKey("k2"));
        assertRefused(rig.port("alice").outcome("k2"), "volume", "1.5");
    }

    @Test
    void eachClientHasAnAccountAndPositionsOfItsOwn() {
        rig.show(2999, 5, 3001, 5);
        rig.buy("alice", 1, 3001);
        rig.buy("bob", 2, 3001);
        rig.port("alice").sendOrder(buying(1, 2000));
        rig.drain();

        assertThat(rig.held(ALICE)).isEqualTo(1);
        assertThat(rig.held("PAPER-bob")).isEqualTo(2);
        assertThat(rig.engine.account(Id.parse("PAPER-alice.alice"))).hasValueSatisfying(account -> {
            assertThat(account.balance()).isEqualTo(1_000_000 - 20); // bought at 3001, the last price is 2999
            assertThat(account.frozen()).isEqualTo(200);
        });
        assertThat(rig.engine.account(Id.parse("PAPER-bob.bob")).orElseThrow().frozen()).isZero();
        assertRefused(rig.port("alice").sendOrder(limit(Direction.SHORT, Offset.CLOSETODAY, 2, 2999)), "position", "1");
    }

    @Test
    void aQuoteTradesAndIsCancelled() {
        rig.show(2995, 5, 3005, 5);
        Id id = accepted(rig.port("alice").sendQuote(quoting("X")));
        rig.show(2995, 5, 2999, 5);
        rig.drain();
        assertThat(rig.held(ALICE)).isEqualTo(1);

        assertThat(rig.port("alice").cancelQuote(CancelQuoteRequest.of(id)).isAccepted()).isTrue();
        rig.drain();
        assertThat(rig.engine.quote(id).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void onlyTheTicksOfTheGatewayThatItNamedCount() {
        rig.add("Y", false);
        rig.list("Y", RB);
        Id id = rig.buy("alice", 1, 3000);
        rig.show("Y", 2990, 5, 2991, 5);
        rig.drain();
        assertThat(rig.order(id).status()).isEqualTo(Status.NOTTRADED);

        OrderRequest elsewhere = OrderRequest.limit("Y", RB, Direction.LONG, Offset.OPEN, 1, 3000);
        assertRefused(rig.port("alice").sendOrder(elsewhere), "paper", "name X");
    }

    @Test
    void thePaperGatewayItselfMayBeNamedByItsClientAlone() {
        OrderRequest own = OrderRequest.limit(ALICE, RB, Direction.LONG, Offset.OPEN, 1, 3001);
        rig.show(2999, 5, 3001, 5);
        rig.send("alice", own);
        assertThat(rig.held(ALICE)).isEqualTo(1);

        assertRefused(rig.port("bob").sendOrder(own), "paper", "PAPER-alice is another client's");
        assertRefused(rig.port("").sendOrder(own), "paper", "takes orders of the client alice");
        assertRefused(rig.port("").sendQuote(quoting(ALICE)), "paper", "takes orders of the client alice");
        assertThat(rig.held(ALICE)).isEqualTo(1);
    }

    @Test
    void aContractThatIsAtTwoGatewaysNeedsOneOfThem() {
        rig.add("Y", false);
        rig.list("Y", RB);
        OrderRequest own = OrderRequest.limit(ALICE, RB, Direction.LONG, Offset.OPEN, 1, 3001);
        assertRefused(rig.port("alice").sendOrder(own), "paper", "X and Y; name one of them");
    }

    @Test
    void anUnknownContractAndAGatewayThatIsDownAreRefused() {
        InstrumentId copper = InstrumentId.parse("cu2610.SHFE");
        OrderRequest unknown = OrderRequest.limit("X", copper, Direction.LONG, Offset.OPEN, 1, 1);
        assertRefused(rig.port("alice").sendOrder(unknown), "unknown-contract", "X lists no cu2610.SHFE");

        rig.publish(new GatewayStatus("X", GatewayState.DOWN, "", Instant.EPOCH));
        assertRefused(rig.port("alice").sendOrder(buying(1, 3000)), "not-connected", "X");
    }

    @Test
    void theTicksAreSubscribedTo() {
        rig.buy("alice", 1, 3000);
        long start = System.nanoTime();
        while (rig.real.subscribed.isEmpty() && System.nanoTime() - start < 20_000_000_000L) Thread.onSpinWait();
        assertThat(rig.real.subscribed).containsExactly(new SubscribeRequest("X", RB));
    }

    @Test
    void theGatewayIsLiveAndListsNoContracts() {
        rig.drain();
        assertThat(rig.engine.gatewayStatus(ALICE).orElseThrow().state()).isEqualTo(GatewayState.LIVE);
        rig.buy("alice", 1, 3000);
        assertThat(rig.engine.contracts()).extracting(contract -> contract.gateway()).containsOnly("X");
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.DOTTED;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ids and paths through two engines: two exchanges that give the same ids, seen by one client. */
@Timeout(60)
class RoutingTest {

    private final Rig rig = new Rig();
    private MainEngine server;
    private FakeGateway ctp;
    private FakeGateway ctp2;

    @BeforeEach
    void start() {
        server = rig.server("CTP", "CTP2");
        ctp = Rig.fake(server, "CTP");
        ctp2 = Rig.fake(server, "CTP2");
        ctp.list(RB, DOTTED);
        ctp2.list(RB, AU);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void keepsTheRecordsOfTwoGatewaysApartThoughTheirIdsAreTheSame() {
        MainEngine client = rig.client(server);
        for (FakeGateway gateway : List.of(ctp, ctp2)) {
            String name = gateway.name();
            gateway.publish(Samples.account(name, 100), Samples.position(name, RB, Direction.LONG, 3),
                    Samples.position(name, RB, Direction.SHORT, 4), Samples.order(name, "7", Status.NOTTRADED, 0),
                    Samples.order(name, "7.x.1", Status.PARTTRADED, 1), Samples.trade(name, "1", "7.x.1"),
                    Samples.quote(name, "7", Status.NOTTRADED));
        }
        rig.settle(server, client);

        assertThat(client.orders()).extracting(order -> order.id().value()).containsExactlyInAnyOrder(
                "RPC.CTP.7", "RPC.CTP2.7", "RPC.CTP.7.x.1", "RPC.CTP2.7.x.1");
        assertThat(client.trades()).extracting(trade -> trade.id().value() + " of " + trade.orderId())
                .containsExactlyInAnyOrder("RPC.CTP.1 of RPC.CTP.7.x.1", "RPC.CTP2.1 of RPC.CTP2.7.x.1");
        assertThat(client.quotes()).extracting(quote -> quote.id().value())
                .containsExactlyInAnyOrder("RPC.CTP.7", "RPC.CTP2.7");
        assertThat(client.accounts()).extracting(account -> account.id().value())
                .containsExactlyInAnyOrder("RPC.CTP.main.1", "RPC.CTP2.main.1");
        assertThat(client.contracts()).extracting(contract -> contract.id().value()).containsExactlyInAnyOrder(
                "RPC.CTP.rb2610.SHFE", "RPC.CTP2.rb2610.SHFE", "RPC.CTP.sp.c.26.10.DCE", "RPC.CTP2.au2612.SHFE");
        assertThat(client.position(Position.idOf("RPC.CTP2", RB, Direction.SHORT))).map(Position::volume).contains(4.0);
        assertThat(client.positions()).hasSize(4);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void keyedTopicsCarryTheClientsGatewayName() {
        MainEngine client = rig.client(server);
        Queue<Event> orders = new ConcurrentLinkedQueue<>();
        Queue<Event> accounts = new ConcurrentLinkedQueue<>();
        client.events().on(Topic.parse("eOrder.RPC.CTP.7"), orders::add);
        client.events().on(Topic.parse("eAccount.RPC.CTP2.main.1"), accounts::add);

        Order order = Samples.order("CTP", "7", Status.NOTTRADED, 0);
        ctp.publish(order, Samples.account("CTP", 1));
        ctp2.publish(Samples.order("CTP2", "7", Status.NOTTRADED, 0), Samples.account("CTP2", 2));
        rig.settle(server, client);

        assertThat(orders).containsExactly(order.at("RPC.CTP"));
        assertThat(accounts).containsExactly(Samples.account("RPC.CTP2", 2));
    }

    @Test
    void aCancelReachesTheGatewayOfTheIdAndHasItsOwnId() {
        MainEngine client = rig.client(server);
        ctp2.publish(Samples.order("CTP2", "7.x.1", Status.NOTTRADED, 0));
        rig.settle(server, client);

        assertThat(client.cancelOrder(Id.parse("RPC.CTP2.7.x.1")).isAccepted()).isTrue();
        assertThat(client.cancelOrder(Id.parse("RPC.CTP.8")).isAccepted()).isTrue();
        assertThat(client.cancelQuote(CancelQuoteRequest.of(Id.parse("RPC.CTP2.q.9"))).isAccepted()).isTrue();

        assertThat(ctp2.asked(CancelRequest.class)).containsExactly(new CancelRequest(Id.parse("CTP2.7.x.1"), RB));
        assertThat(ctp.asked(CancelRequest.class)).containsExactly(CancelRequest.of(Id.parse("CTP.8")));
        assertThat(ctp2.asked(CancelQuoteRequest.class)).containsExactly(CancelQuoteRequest.of(Id.parse("CTP2.q.9")));
        assertThat(ctp.asked(CancelQuoteRequest.class)).isEmpty();
    }

    @Test
    void aPathLeadsToItsGatewayAndTheAcceptedIdIsTheOrdersOnTheClient() {
        MainEngine client = rig.client(server);
        ctp.idSuffix = ".x.1";

        Outcome one = client.sendOrder(Samples.buy("RPC.CTP", RB).withReference("grid"));
        Outcome two = client.sendOrder(Samples.buy("RPC.CTP2", RB));
        rig.settle(server, client);

        assertThat(one.acceptedId()).contains(Id.parse("RPC.CTP.7.x.1"));
        assertThat(two.acceptedId()).contains(Id.parse("RPC.CTP2.7"));
        assertThat(client.order(Id.parse("RPC.CTP.7.x.1"))).map(Order::reference).contains("grid");
        assertThat(client.order(Id.parse("RPC.CTP2.7"))).isPresent();
        assertThat(ctp.asked(OrderRequest.class)).extracting(OrderRequest::gateway).containsExactly("CTP");
        assertThat(ctp2.asked(OrderRequest.class)).extracting(OrderRequest::gateway).containsExactly("CTP2");
    }

    @Test
    void quotesAreSentAndCancelled() {
        MainEngine client = rig.client(server);

        Outcome sent = client.sendQuote(Samples.quoteRequest("RPC", AU).withReference("maker"));
        Id id = sent.acceptedId().orElseThrow();
        Outcome cancelled = client.cancelQuote(CancelQuoteRequest.of(id));
        rig.settle(server, client);

        assertThat(id).isEqualTo(Id.parse("RPC.CTP2.7"));
        assertThat(cancelled.isAccepted()).isTrue();
        assertThat(ctp2.asked(QuoteRequest.class)).extracting(QuoteRequest::reference).containsExactly("maker");
        assertThat(ctp2.asked(CancelQuoteRequest.class)).extracting(CancelQuoteRequest::id)
                .containsExactly(Id.parse("CTP2.7"));
        Rig.assertSameBooks(client, server);
    }

    @Test
    void theBareNameStandsForTheOnlyGatewayThatListsTheContract() {
        MainEngine client = rig.client(server);

        assertThat(client.sendOrder(Samples.buy("RPC", AU)).acceptedId()).contains(Id.parse("RPC.CTP2.7"));
        assertThat(client.sendOrder(Samples.buy("RPC", DOTTED)).acceptedId()).contains(Id.parse("RPC.CTP.7"));
    }

    @Test
    void theBareNameIsRefusedWhereTwoGatewaysListTheContractAndBothAreNamed() {
        MainEngine client = rig.client(server);

        Outcome outcome = client.sendOrder(Samples.buy("RPC", RB));

        assertThat(outcome.whyRefused().orElseThrow().message()).contains("RPC.CTP and RPC.CTP2");
        assertThat(ctp.asked).isEmpty();
        assertThat(ctp2.asked).isEmpty();
    }

    @Test
    void anUnknownContractIsRefusedUntilItAppearsAndThenRoutedAtOnce() {
        MainEngine client = rig.client(server);
        OrderRequest request = Samples.buy("RPC", InstrumentId.parse("new.1.CFFEX"));

        Outcome before = client.sendOrder(request);
        ctp2.list(request.instrument());
        rig.settle(server, client);
        Outcome after = client.sendOrder(request);

        assertThat(before.whyRefused().orElseThrow().rule()).isEqualTo("unknown-contract");
        assertThat(after.acceptedId()).contains(Id.parse("RPC.CTP2.7"));
    }

    @Test
    void anUnknownGatewayBehindTheServerIsRefusedByTheServer() {
        MainEngine client = rig.client(server);

        Outcome outcome = client.sendOrder(Samples.buy("RPC.CTP3", RB));

        assertThat(outcome.whyRefused().orElseThrow().rule()).isEqualTo("unknown-gateway");
        assertThat(outcome.whyRefused().orElseThrow().message()).contains("CTP3", "CTP, CTP2");
    }

    @Test
    void barsComeBackAsOfTheClientsPath() {
        MainEngine client = rig.client(server);
        Bar bar = new Bar("CTP2", AU, Samples.NOON, Interval.MINUTE, 1, 2.5, 3, 4.1, 5, 3, 4.5);
        ctp2.onHistory = request -> History.bars(List.of(bar, bar.at("CTP2")));
        HistoryRequest request = new HistoryRequest("RPC", AU, Samples.NOON, Samples.NOON.plusSeconds(9),
                Interval.MINUTE);

        History history = client.queryHistory(request);

        assertThat(history.bars()).containsExactly(bar.at("RPC.CTP2"), bar.at("RPC.CTP2"));
        assertThat(ctp2.asked(HistoryRequest.class)).containsExactly(request.at("CTP2"));
        ctp2.onHistory = asked -> History.refused("not-now", "the archive is closed");
        assertThat(client.queryHistory(request).whyRefused().orElseThrow().message())
                .isEqualTo("the archive is closed");
    }

    @Test
    void accountsAndPositionsAreAskedForAtOnePathOrAtAll() {
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);

        client.queryAccounts("RPC.CTP2");
        client.queryPositions("RPC.CTP");
        assertThat(ctp.asked).containsExactly("positions CTP");
        assertThat(ctp2.asked).containsExactly("accounts CTP2");
        client.queryAccounts("RPC");
        client.queryPositions("RPC");

        assertThat(ctp.asked).containsExactly("positions CTP", "accounts CTP", "positions CTP");
        assertThat(ctp2.asked).containsExactly("accounts CTP2", "accounts CTP2", "positions CTP2");
        rig.settle(server, client);
        assertThat(client.account(Id.parse("RPC.CTP2.main.1")).orElseThrow().balance()).isEqualTo(5000);
        client.queryAccounts("RPC.NO");
        recorder.await(LogEntry.class, entry -> entry.gateway().equals("RPC") && entry.message()
                .contains("no gateway is called 'NO'"));
    }

    @Test
    void theServerTellsWhatBecameOfAKey() {
        MainEngine client = rig.client(server);
        client.sendOrder(Samples.buy("RPC", AU).withClientKey("k1"));
        ctp2.onOrder = request -> Outcome.refused("no-money", "1000 are needed, 7 are there");
        client.sendOrder(Samples.buy("RPC", AU).withClientKey("k2"));
        RmiGateway gateway = (RmiGateway) client.gateway("RPC").orElseThrow();

        assertThat(gateway.outcome("k1").acceptedId()).contains(Id.parse("RPC.CTP2.7"));
        assertThat(gateway.outcome("k2").whyRefused().orElseThrow().message())
                .isEqualTo("1000 are needed, 7 are there");
        assertThat(gateway.outcome("k3")).isEqualTo(new Outcome.NeverReceived("k3"));
        assertThat(client.outcome("k1").acceptedId()).contains(Id.parse("RPC.CTP2.7"));
    }

    @Test
    void aRepeatedKeyIsNotSentTwiceAcrossClients() {
        MainEngine one = rig.client(server, "name=one");
        MainEngine two = rig.client(server, "name=two");

        Outcome first = one.sendOrder(
                Samples.buy("RPC", AU).withClientKey("same").withValidity(Duration.ofSeconds(30)));
        Outcome second = two.sendOrder(Samples.buy("RPC", AU).withClientKey("same"));

        assertThat(second).isEqualTo(first);
        assertThat(ctp2.asked(OrderRequest.class)).hasSize(1);
        assertThat(ctp2.asked(OrderRequest.class).get(0).owner()).isEqualTo("one");
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.BeatReply;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Tables;
import io.trunkline.rmi.wire.Waiting;
import io.trunkline.rmi.wire.WireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of clients, over real connections. */
@Timeout(60)
class RequestsTest {

    private final List<CountDownLatch> held = new ArrayList<>();

    @AfterEach
    void releaseAll() {
        held.forEach(CountDownLatch::countDown);
    }

    private static Outcome outcome(byte[] reply) throws WireException {
        return Messages.decodeOutcome(reply);
    }

    private static CompletableFuture<Outcome> sendOrder(TestClient client, OrderRequest request) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return outcome(client.session().sendOrder(Messages.encode(request)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Makes the gateway hold the orders of an owner until the latch that this answers is counted down. */
    private CountDownLatch hold(Served served, String owner, CountDownLatch arrived) {
        CountDownLatch release = new CountDownLatch(1);
        held.add(release);
        served.gateway.onOrder = order -> {
            if (order.owner().equals(owner)) {
                arrived.countDown();
                Waiting.await(release);
            }
            return Outcome.accepted(Id.of("FAKE", order.owner()));
        };
        return release;
    }

    @Test
    void whatAGatewayPublishesOfARequestComesWithoutAnotherEvent() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("alice")) {
            served.gateway.onOrder = request -> {
                served.gateway.publish(Order.of(request, "FAKE", request.clientKey()));
                return Outcome.accepted(Id.of("FAKE", request.clientKey()));
            };
            for (int i = 0; i < 50; i++) {
                String key = "k" + i;
                sendOrder(client, Served.BUY.withClientKey(key)).get(20, TimeUnit.SECONDS);
                Waiting.until(() -> client.hasOrder(key), () -> client.fault);
            }
        }
    }

    @Test
    void aRequestIsCarriedOutAsItsClients() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("alice")) {
            assertThat(sendOrder(client, Served.BUY.withOwner("mallory")).get(20, TimeUnit.SECONDS).isAccepted())
                    .isTrue();
            assertThat(((OrderRequest) served.gateway.asked.take()).owner()).isEqualTo("alice");
        }
    }

    @Test
    void aRequestBlockedInAGatewayHoldsNoOtherClient() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (Served served = Served.start(); TestClient slow = served.client("slow");
                TestClient other = served.client("other")) {
            CountDownLatch release = hold(served, "slow", arrived);
            CompletableFuture<Outcome> blocked = sendOrder(slow, Served.BUY);
            Waiting.await(arrived);

            assertThat(sendOrder(other, Served.BUY).get(20, TimeUnit.SECONDS))
                    .isEqualTo(Outcome.accepted(Id.parse("FAKE.other")));
            byte[] reply = slow.session().beat(new Beat(1, System.nanoTime()).encode());
            assertThat(BeatReply.decode(reply).through()).isPositive();

            assertThat(blocked).isNotDone();
            release.countDown();
            assertThat(blocked.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
        }
    }

    @Test
    void cancelsPassWhileTheClientsShareIsUsedUpAndMoreRequestsAreRefused() throws Exception {
        CountDownLatch arrived = new CountDownLatch(16);
        try (Served served = Served.start(); TestClient client = served.client("busy")) {
            CountDownLatch release = hold(served, "busy", arrived);
            List<CompletableFuture<Outcome>> blocked = new ArrayList<>();
            for (int i = 0; i < 16; i++) blocked.add(sendOrder(client, Served.BUY.withReference("r" + i)));
            Waiting.await(arrived);

            CancelRequest cancel = new CancelRequest(Id.parse("FAKE.1"), Served.RB);
            assertThat(outcome(client.session().cancelOrder(Messages.encode(cancel))).isAccepted()).isTrue();

            assertThat(sendOrder(client, Served.BUY).get(20, TimeUnit.SECONDS).whyRefused().orElseThrow().rule())
                    .isEqualTo("too-many-requests");
            release.countDown();
            for (CompletableFuture<Outcome> each : blocked) assertThat(each.get(20, TimeUnit.SECONDS).isAccepted())
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeReadIsRefusedInWordsAndReachesNoGateway() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            RpcSession session = client.session();
            byte[] bad = {1, 2, 3};
            for (byte[] reply : new byte[][] {session.sendOrder(bad), session.cancelOrder(bad), session.subscribe(bad),
                session.unsubscribe(bad), session.sendQuote(bad), session.cancelQuote(bad), session.queryAccounts(bad),
                session.queryPositions(bad)}) {
                assertThat(outcome(reply).whyRefused().orElseThrow().rule()).isEqualTo("bad-request");
            }
            assertThat(Messages.decodeBars(session.queryHistory(bad)).whyRefused().orElseThrow().rule())
                    .isEqualTo("bad-request");
            assertThat(outcome(session.outcome(bad))).as("no refusal of an order").isInstanceOf(Outcome.InDoubt.class);
            assertThat(session.lookUp(bad)).isEmpty();
            assertThat(session.lookUp(new LookUp(LookUp.Kind.MONITORS, "x").encode())).isEmpty();
            assertThat(served.gateway.asked).isEmpty();
            assertThat((Long) served.rows("sessions").get(0).get(7)).isEqualTo(12);
        }
    }

    @Test
    void whatTheServiceShowsOfItselfCanBeLookedUp() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            byte[] answer = client.session().lookUp(new LookUp(LookUp.Kind.MONITORS, "").encode());
            Tables.Table sessions = Tables.decode(answer).get(0);

            assertThat(sessions.name()).isEqualTo("sessions");
            assertThat(sessions.columns()).isEqualTo(served.app.monitors().get(0).columns());
            assertThat(sessions.rows()).hasSize(1);
            assertThat(sessions.rows().get(0)).startsWith((long) client.opened().number(), "a", "127.0.0.1");
        }
    }

    @Test
    void refusalsOfTheEngineComeBackAsReplies() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            OrderRequest nowhere = OrderRequest.limit("NOWHERE", Served.RB, Direction.LONG, Offset.OPEN, 1, 3000);
            assertThat(sendOrder(client, nowhere).get(20, TimeUnit.SECONDS).whyRefused()).isPresent();
            HistoryRequest history = new HistoryRequest("FAKE", Served.RB, Served.NOON, null, Interval.MINUTE);
            assertThat(Messages.decodeBars(client.session().queryHistory(Messages.encode(history))))
                    .isInstanceOf(History.Refused.class);
            assertThat(outcome(client.session().queryAccounts(Messages.encodeText(""))).isAccepted()).isTrue();
            assertThat(outcome(client.session().queryPositions(Messages.encodeText("FAKE"))).isAccepted()).isTrue();
            assertThat(outcome(client.session().outcome(Messages.encodeText("no key")))).isNotNull();
        }
    }

    @Test
    void aGatewayThatThrowsIsTheServersFaultAndTellsNothing() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            served.gateway.onOrder = order -> {
                throw new IllegalStateException("/secret/path");
            };
            Outcome outcome = sendOrder(client, Served.BUY).get(20, TimeUnit.SECONDS);
            assertThat(outcome.toString()).doesNotContain("IllegalState");
        }
    }

    @Test
    void recordsAreLookedUpInTheBooks() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            Order order = Order.of(Served.BUY, "FAKE", "7").toBuilder().status(Status.NOTTRADED).build();
            served.gateway.publish(order);
            served.drain();
            RpcSession session = client.session();
            assertThat(LookUp.decodeReply(session.lookUp(new LookUp(LookUp.Kind.ORDERS, "FAKE.7").encode()), "RPC"))
                    .isEqualTo(List.of(order.at("RPC.FAKE")));
            assertThat(LookUp.decodeReply(session.lookUp(new LookUp(LookUp.Kind.ACTIVE_ORDERS, "").encode()), ""))
                    .hasSize(1);
            assertThat(LookUp.decodeReply(session.lookUp(new LookUp(LookUp.Kind.CONTRACTS, "").encode()), ""))
                    .hasSize(2);
            assertThat(session.lookUp(new LookUp(LookUp.Kind.TRADES, "no id").encode())).isEmpty();
        }
    }
}

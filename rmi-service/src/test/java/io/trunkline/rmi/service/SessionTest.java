package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Waiting;
import io.trunkline.rmi.wire.WireException;
import java.io.IOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionTest {

    private static final OrderRequest BUY = OrderRequest.limit("FAKE", Served.RB, Direction.LONG, Offset.OPEN, 1, 3000);

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

    private static Outcome subscribe(TestClient client) throws IOException {
        return outcome(client.session().subscribe(Messages.encode(new SubscribeRequest("FAKE", Served.RB))));
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
    void aRequestIsCarriedOutAsItsClients() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("alice")) {
            assertThat(sendOrder(client, BUY.withOwner("mallory")).get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            assertThat(((OrderRequest) served.gateway.asked.take()).owner()).isEqualTo("alice");
        }
    }

    @Test
    void aRequestBlockedInAGatewayHoldsNoOtherClient() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (Served served = Served.start(); TestClient slow = served.client("slow"); TestClient other = served.client("other")) {
            CountDownLatch release = hold(served, "slow", arrived);
            CompletableFuture<Outcome> blocked = sendOrder(slow, BUY);
            Waiting.await(arrived);

            assertThat(sendOrder(other, BUY).get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.accepted(Id.parse("FAKE.other")));
            assertThat(Messages.decodeNumber(slow.session().beat(Messages.encodeNumber(1)))).isPositive();

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
            for (int i = 0; i < 16; i++) blocked.add(sendOrder(client, BUY.withReference("r" + i)));
            Waiting.await(arrived);

            CancelRequest cancel = new CancelRequest(Id.parse("FAKE.1"), Served.RB);
            assertThat(outcome(client.session().cancelOrder(Messages.encode(cancel))).isAccepted()).isTrue();

            assertThat(sendOrder(client, BUY).get(20, TimeUnit.SECONDS).whyRefused().orElseThrow().rule())
                    .isEqualTo("too-many-requests");
            release.countDown();
            for (CompletableFuture<Outcome> each : blocked) assertThat(each.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
        }
    }

    @Test
    void whatCannotBeReadIsRefusedInWordsAndReachesNoGateway() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            RpcSession session = client.session();
            byte[] bad = {1, 2, 3};
            for (byte[] reply : new byte[][] {session.sendOrder(bad), session.cancelOrder(bad), session.subscribe(bad),
                session.unsubscribe(bad), session.sendQuote(bad), session.cancelQuote(bad), session.queryAccounts(bad),
                session.queryPositions(bad), session.outcome(bad)}) {
                assertThat(outcome(reply).whyRefused().orElseThrow().rule()).isEqualTo("bad-request");
            }
            assertThat(Messages.decodeBars(session.queryHistory(bad)).whyRefused().orElseThrow().rule()).isEqualTo("bad-request");
            assertThat(session.lookUp(bad)).isEmpty();
            assertThat(served.gateway.asked).isEmpty();
            assertThat((Long) served.rows("sessions").get(0).get(7)).isEqualTo(11);
        }
    }

    @Test
    void refusalsOfTheEngineComeBackAsReplies() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            OrderRequest nowhere = OrderRequest.limit("NOWHERE", Served.RB, Direction.LONG, Offset.OPEN, 1, 3000);
            assertThat(sendOrder(client, nowhere).get(20, TimeUnit.SECONDS).whyRefused()).isPresent();
            HistoryRequest history = new HistoryRequest("FAKE", Served.RB, Served.NOON, null, Interval.MINUTE);
            assertThat(Messages.decodeBars(client.session().queryHistory(Messages.encode(history)))).isInstanceOf(History.Refused.class);
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
            Outcome outcome = sendOrder(client, BUY).get(20, TimeUnit.SECONDS);
            assertThat(outcome.toString()).doesNotContain("IllegalState");
        }
    }

    @Test
    void recordsAreLookedUpInTheBooks() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            Order order = Order.of(BUY, "FAKE", "7").toBuilder().status(Status.NOTTRADED).build();
            served.gateway.publish(order);
            served.drain();
            RpcSession session = client.session();
            assertThat(LookUp.decodeReply(session.lookUp(new LookUp(LookUp.Kind.ORDERS, "FAKE.7").encode()), "RPC"))
                    .isEqualTo(List.of(order.at("RPC.FAKE")));
            assertThat(LookUp.decodeReply(session.lookUp(new LookUp(LookUp.Kind.ACTIVE_ORDERS, "").encode()), "")).hasSize(1);
            assertThat(LookUp.decodeReply(session.lookUp(new LookUp(LookUp.Kind.CONTRACTS, "").encode()), "")).hasSize(2);
            assertThat(session.lookUp(new LookUp(LookUp.Kind.TRADES, "no id").encode())).isEmpty();
        }
    }

    @Test
    void theEndOfASessionReleasesItsSubscriptions() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            assertThat(subscribe(client).isAccepted()).isTrue();
            client.session().close(new byte[0]);
            Waiting.until(() -> served.gateway.asked.stream().anyMatch(UnsubscribeRequest.class::isInstance));
        }
    }

    @Test
    void afterItsEndASessionIsGone() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            RpcSession session = client.session();
            assertThat(session.close(new byte[0])).isEmpty();
            assertThatThrownBy(() -> session.beat(Messages.encodeNumber(0))).isInstanceOf(NoSuchObjectException.class);
            assertThatThrownBy(() -> session.sendOrder(Messages.encode(BUY))).isInstanceOf(NoSuchObjectException.class);
            Waiting.await(client.ended);
            assertThat(client.reason).isEqualTo("the client closed it");
            assertThat(served.gateway.asked).isEmpty();
        }
    }

    @Test
    void aBeatThatIsNoneDoesNotEndTheSession() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            assertThatThrownBy(() -> client.session().beat(new byte[3])).isInstanceOf(RemoteException.class);
            assertThat(Messages.decodeNumber(client.session().beat(Messages.encodeNumber(0)))).isPositive();
        }
    }

    @Test
    void aClientThatGivesNoSignOfLifeIsEndedAndOneThatBeatsIsNot() throws Exception {
        try (Served served = Served.start("timeout", "1s", "heartbeat", "20ms");
                TestClient silent = served.client("silent"); TestClient lively = served.client("lively")) {
            RpcSession session = lively.session();
            Waiting.until(() -> {
                try {
                    session.beat(Messages.encodeNumber(lively.through));
                } catch (RemoteException e) {
                    throw new AssertionError(e);
                }
                return silent.ended.getCount() == 0;
            });
            Waiting.until(() -> served.sessions() == 1);
            assertThat(served.rows("sessions").get(0).get(1)).isEqualTo("lively");
            assertThat(lively.ended.getCount()).isEqualTo(1);
        }
    }

    @Test
    void signsOfLifeComeWhileNothingHappens() throws Exception {
        try (Served served = Served.start("heartbeat", "10ms"); TestClient client = served.client("a")) {
            int before = client.kinds.size();
            Waiting.until(() -> client.kinds.size() > before + 10);
            assertThat(client.events).isNotEmpty();
        }
    }

    private static void flood(Served served) {
        String text = "x".repeat(1 << 16);
        for (int i = 0; i < 400; i++) {
            served.gateway.publish(Order.of(BUY, "FAKE", "f" + i).toBuilder().message(text).build());
        }
        served.drain();
    }

    /** Waits longer than any other wait of a test, so that it is never this that ends first. */
    private static void awaitLong(CountDownLatch release) throws IOException {
        try {
            assertThat(release.await(55, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A client that reads nothing after the snapshot until the latch is counted down. */
    private TestClient deaf(Served served) throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        held.add(release);
        TestClient client = TestClient.open(served.app.status(), new TestClient.Manners("deaf", true, Protocol.VERSION, in -> {
            Chunk chunk = new Chunk();
            do chunk.read(in);
            while (chunk.kind() != Chunk.Kind.SNAPSHOT_END);
            awaitLong(release);
        }));
        assertThat(client.refusedBy()).isEmpty();
        return client;
    }

    @Test
    void aClientThatTakesNothingIsEndedThoughItBeatsAndHoldsNobody() throws Exception {
        try (Served served = Served.start("timeout", "1s", "heartbeat", "20ms"); TestClient deaf = deaf(served);
                TestClient good = served.client("good")) {
            flood(served);
            RpcSession session = deaf.session();
            RpcSession other = good.session();
            Waiting.until(() -> {
                try {
                    other.beat(Messages.encodeNumber(good.through));
                    session.beat(Messages.encodeNumber(0));
                    return false;
                } catch (RemoteException e) {
                    return true;
                }
            });
            Waiting.until(() -> served.sessions() == 1);
            assertThat(served.rows("sessions").get(0).get(1)).isEqualTo("good");
            assertThat(good.fault).isNull();
            assertThat(good.events.stream().filter(Order.class::isInstance)).hasSize(400);
        }
    }

    @Test
    void theSenderOfAnEndedSessionDoesNotStayBlocked() throws Exception {
        try (Served served = Served.start("timeout", "500ms"); TestClient deaf = deaf(served)) {
            String sender = "rpc-session-" + deaf.opened().number();
            flood(served);
            deaf.session().close(new byte[0]);
            assertThat(served.sessions()).isZero();
            Waiting.until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals(sender)));
        }
    }

    @Test
    void aCallbackThatThrowsEndsItsOwnSessionOnly() throws Exception {
        try (Served served = Served.start("heartbeat", "20ms"); TestClient good = served.client("good")) {
            try (TestClient bad = TestClient.open(served.app.status(), new TestClient.Manners("bad", true, Protocol.VERSION, in -> {
                throw new IOException("I do not want this");
            }))) {
                assertThat(bad.refusedBy()).isEmpty();
                Waiting.until(() -> served.sessions() == 1);
                assertThat(good.ended.getCount()).isEqualTo(1);
                served.gateway.publish(Order.of(BUY, "FAKE", "9"));
                Waiting.until(() -> good.events.stream().anyMatch(Order.class::isInstance));
            }
        }
    }

    @Test
    void aClientThatVanishesIsNoticed() throws Exception {
        try (Served served = Served.start("heartbeat", "20ms")) {
            try (TestClient client = served.client("brief")) {
                assertThat(served.sessions()).isEqualTo(1);
                assertThat(client.fault).isNull();
            }
            Waiting.until(() -> served.sessions() == 0);
        }
    }

    private static List<Double> prices(List<Tick> ticks) {
        return ticks.stream().map(Tick::lastPrice).toList();
    }

    /** Publishes an order as a mark and waits until the client has it, and so everything before it. */
    private static void mark(Served served, TestClient client, String local) {
        served.gateway.publish(Order.of(BUY, "FAKE", local));
        Waiting.until(() -> client.events.stream().anyMatch(event -> isOrder(event, local)), () -> client.fault);
    }

    private static boolean isOrder(Event event, String local) {
        return event instanceof Order order && order.id().local().equals(local);
    }

    @Test
    void ticksComeToThoseWhoSubscribedOnlyTheLastOneFirstThenEachOnce() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a"); TestClient all = served.client("all", true)) {
            served.gateway.publish(Served.tick(Served.RB, 1));
            served.gateway.publish(Served.tick(Served.RB, 2));
            served.gateway.publish(Served.tick(Served.HC, 90));
            mark(served, client, "m1");
            assertThat(client.ticks).isEmpty();

            assertThat(subscribe(client).isAccepted()).isTrue();
            for (int price = 3; price <= 50; price++) {
                served.gateway.publish(Served.tick(Served.RB, price));
                served.gateway.publish(Served.tick(Served.HC, price));
            }
            mark(served, client, "m2");

            List<Double> got = prices(client.ticks);
            assertThat(client.ticks).allMatch(tick -> tick.instrument().equals(Served.RB));
            assertThat(got.get(0)).isGreaterThanOrEqualTo(2);
            assertThat(got).doesNotHaveDuplicates().isSorted().endsWith(50.0).hasSize(50 - got.get(0).intValue() + 1);

            mark(served, all, "m3");
            assertThat(all.ticks).hasSize(3 + 96);

            outcome(client.session().unsubscribe(Messages.encode(new UnsubscribeRequest("FAKE", Served.RB))));
            served.drain();
            int before = client.ticks.size();
            served.gateway.publish(Served.tick(Served.RB, 60));
            mark(served, client, "m4");
            assertThat(client.ticks).hasSize(before);
        }
    }

    @Test
    void theSnapshotHasTheLastTicksForThoseWhoWantAllOnly() throws Exception {
        try (Served served = Served.start()) {
            served.gateway.publish(Served.tick(Served.RB, 7));
            served.drain();
            try (TestClient all = served.client("all", true); TestClient some = served.client("some")) {
                assertThat(prices(all.ticks)).containsExactly(7.0);
                assertThat(some.ticks).isEmpty();
            }
        }
    }

    @Test
    void aRecordThatCannotBeSentKeepsNobodyOut() throws Exception {
        try (Served served = Served.start("log", "1"); TestClient before = served.client("before")) {
            served.gateway.publish(Order.of(BUY, "FAKE", "huge").toBuilder().message("x".repeat(Protocol.MAX_FRAME)).build());
            served.gateway.publish(Served.tick(Served.HC, 1).toBuilder().name("x".repeat(Protocol.MAX_FRAME)).build());
            mark(served, before, "after the huge ones");
            try (TestClient after = served.client("after")) {
                assertThat(after.events).anyMatch(event -> isOrder(event, "after the huge ones"));
                assertThat(after.events).noneMatch(event -> isOrder(event, "huge"));
                SubscribeRequest request = new SubscribeRequest("FAKE", Served.HC);
                assertThat(outcome(after.session().subscribe(Messages.encode(request))).isAccepted()).isTrue();
                served.gateway.publish(Served.tick(Served.HC, 2));
                Waiting.until(() -> prices(after.ticks).contains(2.0), () -> after.fault);
                mark(served, before, "still in order");
                assertThat(LookUp.decodeReply(after.session().lookUp(new LookUp(LookUp.Kind.ORDERS, "").encode()), "")).hasSize(2);
            }
            assertThat(before.fault).isNull();
            assertThat(served.figure("events not encoded")).isEqualTo(2L);
        }
    }

    @Test
    void aClientFurtherBehindThanTheLogIsToldToStartOver() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        held.add(release);
        try (Served served = Served.start("log", "1"); TestClient late = deafUntil(served, release)) {
            flood(served);
            release.countDown();
            Waiting.await(late.ended);
            Waiting.until(() -> served.sessions() == 0);
        }
    }

    private static TestClient deafUntil(Served served, CountDownLatch release) throws IOException {
        return TestClient.open(served.app.status(), new TestClient.Manners("late", true, Protocol.VERSION, in -> {
            Waiting.await(release);
            Chunk chunk = new Chunk();
            do chunk.read(in);
            while (chunk.kind() != Chunk.Kind.CLOSE);
            assertThat(Messages.decodeText(Arrays.copyOf(chunk.body(), chunk.length()))).contains("1 MiB");
        }));
    }
}

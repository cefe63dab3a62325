package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.IF;
import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.buy;
import static io.trunkline.engine.core.Fixtures.contract;
import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.order;
import static io.trunkline.engine.core.Fixtures.position;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.Decision;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.Requests;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestsTest {

    private static final Origin ALICE = new Origin("alice");

    private final MainEngine engine =
            MainEngine.create(EngineOptions.DEFAULTS.withClock(() -> NOON).withUnsubscribeDelay(Duration.ZERO));
    private final FakeGateway sim = (FakeGateway) engine.addGateway(FakeGateway.local("FAKE"), "SIM");
    private final FakeGateway rpc = (FakeGateway) engine.addGateway(FakeGateway.remote("REMOTE"), "RPC");
    private final List<LogEntry> entries = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void listen() {
        engine.events().on(LogEntry.class, entries::add);
        publish(contract("SIM", RB));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void publish(Event... events) {
        for (Event event : events) engine.events().publish(event);
        drain(engine.events());
    }

    private static String rule(Outcome outcome) {
        return outcome.whyRefused().map(Refusal::rule).orElse("not refused: " + outcome);
    }

    private static QuoteRequest quote(String gateway) {
        return QuoteRequest.of(gateway, RB, 1, 1, 2, 1, Offset.OPEN, Offset.OPEN);
    }

    private static HistoryRequest history(String gateway) {
        return new HistoryRequest(gateway, RB, NOON, null, Interval.MINUTE);
    }

    private OrderRequest sent(FakeGateway gateway) {
        return (OrderRequest) gateway.asked.remove();
    }

    /** Every kind of request that names a path, as the rule by which it is refused. */
    private static List<Function<Requests, Refusal>> allTo(String path) {
        return List.of(
                requests -> requests.subscribe(new SubscribeRequest(path, RB)).whyRefused().orElseThrow(),
                requests -> requests.unsubscribe(new UnsubscribeRequest(path, RB)).whyRefused().orElseThrow(),
                requests -> requests.sendOrder(buy(path)).whyRefused().orElseThrow(),
                requests -> requests.sendQuote(quote(path)).whyRefused().orElseThrow(),
                requests -> requests.queryHistory(history(path)).whyRefused().orElseThrow());
    }

    @Test
    void refusesAnUnknownGatewayAndSaysSo() {
        List<Function<Requests, Refusal>> all = new ArrayList<>(allTo("SIN"));
        all.add(requests -> requests.cancelOrder(CancelRequest.of(Id.parse("SIN.1"))).whyRefused().orElseThrow());
        all.add(requests -> requests.cancelQuote(CancelQuoteRequest.of(Id.parse("SIN.1"))).whyRefused().orElseThrow());
        all.add(requests -> requests.queryAccounts("SIN").whyRefused().orElseThrow());
        all.add(requests -> requests.queryPositions("SIN").whyRefused().orElseThrow());

        List<Refusal> refusals = all.stream().map(request -> request.apply(engine)).toList();

        drain(engine.events());
        assertThat(refusals).containsOnly(new Refusal(
                "unknown-gateway", "no gateway is called 'SIN'; did you mean SIM? There is SIM, RPC"));
        assertThat(entries).hasSize(9).allMatch(entry -> entry.level() == LogLevel.WARNING
                && entry.gateway().equals("MainEngine") && entry.message().contains("did you mean SIM?"));
        assertThat(sim.asked).isEmpty();
    }

    @Test
    void refusesAPathThroughAGatewayThatIsNotRemote() {
        for (Function<Requests, Refusal> request : allTo("SIM.CTP")) {
            assertThat(request.apply(engine).rule()).isEqualTo("unknown-gateway");
        }
        assertThat(rule(engine.queryAccounts("SIM.CTP"))).isEqualTo("unknown-gateway");
        assertThat(sim.asked).isEmpty();
    }

    @Test
    void leadsToTheOnlyGatewayBehindARemoteOneThatListsTheInstrument() {
        publish(contract("RPC.CTP", RB), contract("RPC.XTP", IF));

        Outcome outcome = engine.sendOrder(buy("RPC"));
        engine.sendQuote(quote("RPC"));
        engine.queryHistory(history("RPC"));
        Outcome subscribed = engine.subscribe(new SubscribeRequest("RPC", RB));

        assertThat(outcome.acceptedId()).map(Id::value).hasValueSatisfying(id -> assertThat(id).startsWith("RPC.CTP."));
        assertThat(subscribed).isEqualTo(Outcome.accepted(Id.parse("RPC.CTP.rb2610.SHFE")));
        assertThat(rpc.asked).hasSize(4).allMatch(request -> ((Request) request).gateway().equals("RPC.CTP"));
    }

    @Test
    void refusesABareRemoteNameThatLeadsNowhereOrToSeveral() {
        for (Function<Requests, Refusal> request : allTo("RPC")) {
            assertThat(request.apply(engine)).isEqualTo(
                    new Refusal("unknown-contract", "no gateway behind RPC lists rb2610.SHFE"));
        }
        publish(contract("RPC.CTP", RB), contract("RPC.XTP", RB));

        for (Function<Requests, Refusal> request : allTo("RPC")) {
            assertThat(request.apply(engine)).isEqualTo(new Refusal("ambiguous-gateway",
                    "rb2610.SHFE can be reached through RPC.CTP and RPC.XTP; name one of them instead of RPC"));
        }
        assertThat(rpc.asked).isEmpty();
    }

    @Test
    void takesAPathThatIsWrittenOutAsItIs() {
        engine.sendOrder(buy("RPC.CTP2"));

        assertThat(sent(rpc).gateway()).isEqualTo("RPC.CTP2");
    }

    @Test
    void leadsOnThroughARelay() {
        publish(contract("RPC.RPC.CTP", RB), contract("RPC.XTP", RB));

        engine.sendOrder(buy("RPC.RPC"));

        assertThat(sent(rpc).gateway()).isEqualTo("RPC.RPC.CTP");
    }

    @Test
    void cancelsByTheIdAloneWithTheInstrumentFromTheBooks() {
        publish(order("SIM.a.b", Status.NOTTRADED, 0));

        engine.cancelOrder(Id.parse("SIM.a.b"));
        engine.cancelOrder(Id.parse("SIM.unknown"));
        engine.cancelOrder(new CancelRequest(Id.parse("RPC.CTP.1"), IF));

        assertThat(sim.asked).containsExactly(
                new CancelRequest(Id.parse("SIM.a.b"), RB), CancelRequest.of(Id.parse("SIM.unknown")));
        assertThat(rpc.asked).containsExactly(new CancelRequest(Id.parse("RPC.CTP.1"), IF));
    }

    @Test
    void queriesAlongThePath() {
        assertThat(engine.queryAccounts("RPC.CTP")).isEqualTo(Outcome.accepted(Id.parse("RPC.CTP.accounts")));
        assertThat(engine.queryPositions("SIM")).isEqualTo(Outcome.accepted(Id.parse("SIM.positions")));

        assertThat(rpc.asked).containsExactly("accounts RPC.CTP");
        assertThat(sim.asked).containsExactly("positions SIM");
    }

    @Test
    void stampsARemoteAskersNameOnItsOrders() {
        RequestPort port = engine.requestsOf(ALICE);

        port.sendOrder(buy("SIM").withOwner("somebody else"));
        engine.sendOrder(buy("SIM").withOwner("kept"));
        engine.sendOrder(buy("SIM"));
        port.sendQuote(quote("SIM"));

        assertThat(sent(sim).owner()).isEqualTo("alice");
        assertThat(sent(sim).owner()).isEqualTo("kept");
        assertThat(sent(sim).owner()).isEmpty();
        assertThat(((QuoteRequest) sim.asked.remove()).owner()).isEqualTo("alice");
        assertThat(port.origin()).isEqualTo(ALICE);
    }

    @Test
    void makesAKeyIfNoneIsGivenAndKnowsItsOutcome() {
        Outcome first = engine.sendOrder(buy("SIM"));
        Outcome second = engine.sendOrder(buy("SIM"));

        assertThat(first).isNotEqualTo(second);
        assertThat(engine.outcome(sent(sim).clientKey())).isEqualTo(first);
        assertThat(engine.outcome(sent(sim).clientKey())).isEqualTo(second);
    }

    @Test
    void sendsARepeatedKeyOnceWhoeverRepeatsIt() {
        Outcome first = engine.sendOrder(buy("SIM").withClientKey("k"));

        assertThat(engine.requestsOf(ALICE).sendOrder(buy("SIM").withClientKey("k"))).isEqualTo(first);
        assertThat(engine.sendOrder(buy("SIM").withClientKey("k").withValidity(Duration.ofDays(1)))).isEqualTo(first);
        assertThat(sim.asked).hasSize(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherOrderOrQuote() {
        engine.sendOrder(buy("SIM").withClientKey("k"));

        assertThat(rule(engine.sendQuote(quote("SIM").withClientKey("k")))).isEqualTo("key-reused");
        assertThat(rule(engine.sendOrder(buy("SIM").withPart(Offset.OPEN, 2).withClientKey("k"))))
                .isEqualTo("key-reused");
        assertThat(sim.asked).hasSize(1);
    }

    @Test
    void sendsAConcurrentlyRepeatedKeyOnce() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch sending = new CountDownLatch(1);
        Function<OrderRequest, Outcome> accept = sim.onOrder;
        sim.onOrder = request -> {
            sending.countDown();
            Fixtures.await(release);
            return accept.apply(request);
        };
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> outcomes.add(engine.sendOrder(buy("SIM").withClientKey("k")))));
        }
        threads.forEach(Thread::start);
        Fixtures.await(sending);
        until(() -> threads.stream().filter(thread -> thread.getState() == Thread.State.TIMED_WAITING).count() == 4);
        release.countDown();
        for (Thread thread : threads) thread.join();

        assertThat(sim.asked).hasSize(1);
        assertThat(outcomes).hasSize(4).containsOnly(outcomes.get(0)).allMatch(Outcome::isAccepted);
    }

    @Test
    void refusesALateOrder() {
        Outcome outcome = engine.sendOrder(buy("SIM").withValidity(Duration.ofNanos(1)));

        assertThat(rule(outcome)).isEqualTo("too-late");
        assertThat(engine.sendOrder(buy("SIM").withValidity(Duration.ofDays(1))).isAccepted()).isTrue();
        assertThat(sim.asked).hasSize(1);
    }

    @Test
    void writesOfARefusedOrderUnderItsGateway() {
        sim.onOrder = request -> Outcome.refused("margin", "needs 5000, there are 100");

        engine.sendOrder(buy("SIM"));

        drain(engine.events());
        assertThat(entries).singleElement().isEqualTo(new LogEntry("SIM", LogLevel.WARNING,
                "rb2610.SHFE refused: needs 5000, there are 100 [margin]", NOON));
    }

    @Test
    void isInDoubtInPlainWordsIfTheGatewayThrowsWhenItSends() {
        List<Reply> told = new ArrayList<>();
        engine.addInterceptor(interceptor("watch", Decision.PASS, told));
        sim.onOrder = request -> {
            throw new NullPointerException("on purpose");
        };

        Outcome outcome = engine.sendOrder(buy("SIM").withClientKey("k"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.InDoubt.class, doubt -> {
            assertThat(doubt.clientKey()).isEqualTo("k");
            assertThat(doubt.reason()).contains("SIM").doesNotContain("Exception");
        });
        assertThat(told).containsExactly(outcome);
        sim.onOrder = request -> null;
        assertThat(engine.sendOrder(buy("SIM"))).isInstanceOf(Outcome.InDoubt.class);
    }

    @Test
    void refusesInPlainWordsIfTheGatewayThrowsWhenItSubscribes() {
        sim.onSubscribe = request -> {
            throw new NullPointerException("on purpose");
        };

        Outcome outcome = engine.subscribe(new SubscribeRequest("SIM", RB));

        assertThat(rule(outcome)).isEqualTo("gateway-error");
        assertThat(outcome.whyRefused().orElseThrow().message()).contains("SIM").doesNotContain("Exception");
    }

    private static Interceptor interceptor(String name, Decision decision, List<Reply> told) {
        return new Interceptor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Decision before(Request request, Origin origin) {
                return decision;
            }

            @Override
            public void after(Request request, Origin origin, Reply reply) {
                told.add(reply);
            }
        };
    }

    @Test
    void asksTheInterceptorsAboutEveryRequest() {
        List<String> seen = new ArrayList<>();
        publish(contract("RPC.CTP", RB), order("SIM.1", Status.NOTTRADED, 0));
        engine.addInterceptor(new Interceptor() {
            @Override
            public String name() {
                return "watch";
            }

            @Override
            public Decision before(Request request, Origin origin) {
                seen.add(request.getClass().getSimpleName() + " " + request.gateway() + " " + request.instrument()
                        + " " + origin.name());
                return Decision.refuse("limit", "limit 0, actual 1");
            }
        });
        RequestPort port = engine.requestsOf(ALICE);

        allTo("RPC").forEach(request -> assertThat(request.apply(port).rule()).isEqualTo("limit"));
        assertThat(rule(port.cancelOrder(CancelRequest.of(Id.parse("SIM.1"))))).isEqualTo("limit");
        assertThat(rule(port.cancelQuote(CancelQuoteRequest.of(Id.parse("SIM.q"))))).isEqualTo("limit");

        assertThat(seen).containsExactly("SubscribeRequest RPC.CTP rb2610.SHFE alice",
                "UnsubscribeRequest RPC.CTP rb2610.SHFE alice", "OrderRequest RPC.CTP rb2610.SHFE alice",
                "QuoteRequest RPC.CTP rb2610.SHFE alice", "HistoryRequest RPC.CTP rb2610.SHFE alice",
                "CancelRequest SIM rb2610.SHFE alice", "CancelQuoteRequest SIM null alice");
        assertThat(engine.interceptors()).containsExactly("watch");
        assertThat(sim.asked).isEmpty();
        assertThat(rpc.asked).isEmpty();
    }

    @Test
    void letsAnInterceptorCarryOutARequestItself() {
        Outcome paper = Outcome.accepted(Id.parse("SIM.paper1"));
        List<Reply> told = new ArrayList<>();
        engine.addInterceptor(interceptor("paper", new Decision.Answer(paper), told));

        assertThat(engine.sendOrder(buy("SIM").withClientKey("k"))).isEqualTo(paper);

        assertThat(engine.outcome("k")).isEqualTo(paper);
        assertThat(told).containsExactly(paper);
        assertThat(sim.asked).isEmpty();
    }

    @Test
    void countsInterestsOverAllAskers() {
        RequestPort alice = engine.requestsOf(ALICE);
        alice.subscribe(new SubscribeRequest("SIM", RB));
        engine.subscribe(new SubscribeRequest("SIM", RB));
        engine.unsubscribe(new UnsubscribeRequest("SIM", RB));
        assertThat(sim.asked).containsExactly(new SubscribeRequest("SIM", RB));

        alice.close();

        until(() -> sim.asked.contains(new UnsubscribeRequest("SIM", RB)));
        assertThat(sim.asked).hasSize(2);
    }

    @Test
    void keepsPortsOfOneOriginApart() {
        RequestPort first = engine.requestsOf(ALICE);
        RequestPort second = engine.requestsOf(ALICE);
        first.subscribe(new SubscribeRequest("SIM", RB));
        second.subscribe(new SubscribeRequest("SIM", RB));
        first.close();
        assertThat(second.unsubscribe(new UnsubscribeRequest("SIM", IF)).isAccepted()).as("had none").isTrue();

        second.close();

        until(() -> sim.asked.contains(new UnsubscribeRequest("SIM", RB)));
        assertThat(sim.count(UnsubscribeRequest.class)).isEqualTo(1);
    }

    @Test
    void endsAnInterestThatIsNoLongerListed() {
        publish(contract("RPC.CTP", RB));
        engine.subscribe(new SubscribeRequest("RPC", RB));
        publish(contract("RPC.XTP", RB)); // the bare name is ambiguous now

        assertThat(engine.unsubscribe(new UnsubscribeRequest("RPC", RB)).isAccepted()).isTrue();

        until(() -> rpc.asked.contains(new UnsubscribeRequest("RPC.CTP", RB)));
    }

    @Test
    void keepsNoInterestOfAPortThatClosedMeanwhile() throws InterruptedException {
        RequestPort port = engine.requestsOf(ALICE);
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        sim.onSubscribe = request -> {
            working.countDown();
            Fixtures.await(release);
            return Outcome.accepted(Id.parse("SIM.x"));
        };
        Thread asker = new Thread(() -> port.subscribe(new SubscribeRequest("SIM", RB)));
        asker.start();
        Fixtures.await(working);
        Thread closer = new Thread(port::close);
        closer.start();
        until(() -> closer.getState() == Thread.State.WAITING || closer.getState() == Thread.State.TERMINATED);

        release.countDown();
        asker.join();
        closer.join();

        until(() -> sim.asked.contains(new UnsubscribeRequest("SIM", RB)));
    }

    @Test
    void convertsByThePositionAtTheGateway() {
        publish(position("SIM", Direction.LONG, 3, 1));
        OrderRequest close = OrderRequest.limit("SIM", RB, Direction.SHORT, Offset.CLOSE, 3, 3000);

        List<OrderRequest> parts = engine.convert(close, ConversionMode.DEFAULT).requests();

        assertThat(parts)
                .containsExactly(close.withPart(Offset.CLOSETODAY, 2), close.withPart(Offset.CLOSEYESTERDAY, 1));
        assertThat(engine.convert(close.at("SIN"), ConversionMode.DEFAULT).refusal())
                .map(Refusal::rule).contains("unknown-gateway");
    }

    @Test
    void bindsTheLotsOfACloseBeforeItsFirstEvent() {
        publish(position("SIM", Direction.LONG, 3, 0));
        OrderRequest close = OrderRequest.limit("SIM", RB, Direction.SHORT, Offset.CLOSETODAY, 2, 3000);
        sim.onOrder = request -> Outcome.accepted(Id.parse("SIM.1")); // accepted, and no event yet

        engine.sendOrder(close);

        assertThat(engine.convert(close, ConversionMode.DEFAULT).refusal())
                .map(Refusal::rule).contains("not-enough-position");
        publish(order("SIM.1", Status.REJECTED, 0));
        assertThat(engine.convert(close, ConversionMode.DEFAULT).requests()).hasSize(1);
    }

    @Test
    void refusesEverythingOnceClosed() {
        RequestPort alice = engine.requestsOf(ALICE);
        alice.close();
        alice.close();
        assertThat(rule(alice.sendOrder(buy("SIM")))).isEqualTo("closed");
        assertThat(engine.sendOrder(buy("SIM")).isAccepted()).isTrue();

        engine.close();

        for (Function<Requests, Refusal> request : allTo("SIM")) {
            assertThat(request.apply(engine).rule()).isEqualTo("closed");
        }
        assertThat(rule(engine.cancelOrder(Id.parse("SIM.1")))).isEqualTo("closed");
        assertThat(rule(engine.queryAccounts("SIM"))).isEqualTo("closed");
    }
}

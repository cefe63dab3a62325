package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client knows and says while its server goes and comes back. */
@Timeout(90)
class ReconnectTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRestartedServicePublishesOnlyTheDifferencesAndOneResync() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.order("CTP", "2", Status.NOTTRADED, 0),
                Samples.order("CTP", "3", Status.CANCELLED, 0), Samples.trade("CTP", "t1", "1"),
                Samples.position("CTP", RB, Direction.LONG, 1), Samples.position("CTP", RB, Direction.SHORT, 1),
                Samples.account("CTP", 10));
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        int port = Rig.port(server);

        Rig.stop(server);
        Rig.awaitState(client, "RPC", GatewayState.CONNECTING);
        ctp.publish(Samples.order("CTP", "1", Status.PARTTRADED, 4), Samples.trade("CTP", "t2", "1"),
                Samples.order("CTP", "4", Status.NOTTRADED, 0), Samples.position("CTP", RB, Direction.LONG, 5),
                new Resync("CTP", Map.of(RecordKind.ORDER, Set.of(Id.parse("CTP.2"))), Samples.NOON));
        ctp.list(AU);
        Rig.start(server, port);
        Rig.awaitLive(client);
        rig.settle(server, client);

        assertThat(recorder.of(Order.class)).containsExactlyInAnyOrder(
                Samples.order("RPC.CTP", "1", Status.PARTTRADED, 4), Samples.order("RPC.CTP", "4", Status.NOTTRADED,
                        0));
        assertThat(recorder.of(Trade.class)).containsExactly(Samples.trade("RPC.CTP", "t2", "1"));
        assertThat(recorder.of(Resync.class)).hasSize(1);
        assertThat(recorder.of(Resync.class).get(0).gateway()).isEqualTo("RPC");
        assertThat(recorder.of(Resync.class).get(0).removed()).isEqualTo(Map.of(RecordKind.ORDER,
                Set.of(Id.parse("RPC.CTP.2"))));
        assertThat(Rig.count(client, "resumes")).isZero();
        Rig.assertSameBooks(client, server);
    }

    @Test
    void aCutConnectionIsTheSame() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);

        Rig.disconnectAll(server);
        recorder.await(GatewayStatus.class,
                status -> status.gateway().equals("RPC") && status.detail()
                        .contains("disconnected by the server's operator"));
        recorder.await(Resync.class, resync -> resync.removed().isEmpty());
        Rig.awaitLive(client);
        rig.settle(server, client);

        assertThat(recorder.of(Resync.class)).hasSize(1);
        assertThat(recorder.of(Order.class)).isEmpty();
        assertThat(Rig.count(client, "resumes")).isEqualTo(1);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void whatHappensBetweenACutAndTheNextConnectionIsNotLost() {
        MainEngine server = rig.server("CTP");
        Rig.fake(server, "CTP").list(RB);
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        int entries = 3000;

        for (int i = 0; i < entries; i++) {
            server.log(LogLevel.INFO, "count", Integer.toString(i)); // no snapshot has log entries
            if (i % 1000 != 500) continue;
            long connects = Rig.count(client, "connects");
            Rig.disconnectAll(server);
            for (int j = 0; j < 100; j++) server.log(LogLevel.INFO, "count", Integer.toString(++i));
            Wait.until("connected again", () -> Rig.count(client, "connects") > connects);
        }
        Rig.awaitLive(client);
        rig.settle(server, client);

        assertThat(recorder.of(LogEntry.class).stream().filter(entry -> entry.gateway().equals("RPC.count"))
                .map(LogEntry::message)).containsExactlyElementsOf(
                        IntStream.range(0, entries).mapToObj(Integer::toString).toList());
        assertThat(recorder.of(Resync.class)).isNotEmpty().allMatch(resync -> resync.removed().isEmpty());
        Rig.assertSameBooks(client, server);
    }

    @Test
    void anotherServerAtTheSamePortReplacesWhatTheFirstHad() {
        MainEngine first = rig.server("CTP");
        Rig.fake(first, "CTP").list(RB);
        Rig.fake(first, "CTP").publish(Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.trade("CTP", "t1", "1"),
                Samples.account("CTP", 10), Samples.quote("CTP", "q1", Status.NOTTRADED));
        MainEngine client = rig.client(first);
        Recorder recorder = Recorder.of(client);
        int port = Rig.port(first);
        first.close();

        MainEngine second = rig.server("ALT");
        Rig.stop(second);
        Rig.fake(second, "ALT").list(AU);
        Rig.fake(second, "ALT").publish(Samples.order("ALT", "b.1", Status.NOTTRADED, 0), Samples.trade("ALT", "b.t1",
                "b.1"));
        rig.settle(second, second);
        Rig.start(second, port);
        recorder.await(Resync.class, resync -> true);
        Rig.awaitLive(client);
        rig.settle(second, client);

        Resync resync = recorder.of(Resync.class).get(0);
        assertThat(resync.removed(RecordKind.ORDER)).containsExactly(Id.parse("RPC.CTP.1"));
        assertThat(resync.removed(RecordKind.TRADE)).containsExactly(Id.parse("RPC.CTP.t1"));
        assertThat(resync.removed(RecordKind.QUOTE)).containsExactly(Id.parse("RPC.CTP.q1"));
        assertThat(resync.removed(RecordKind.ACCOUNT)).containsExactly(Id.parse("RPC.CTP.main.1"));
        assertThat(resync.removed(RecordKind.CONTRACT)).containsExactly(Id.parse("RPC.CTP.rb2610.SHFE"));
        Rig.assertSameBooks(client, second);
        assertThat(client.gatewayStatus("RPC.CTP").orElseThrow().state()).isEqualTo(GatewayState.DOWN);
        assertThat(client.sendOrder(Samples.buy("RPC", AU)).acceptedId()).contains(Id.parse("RPC.ALT.7"));
    }

    @Test
    void tradesComeOnceAndOrdersNeverGoBackOverManyCuts() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        MainEngine client = rig.client(server);
        Map<Id, Double> tradedBefore = new ConcurrentHashMap<>();
        List<Order> backwards = new CopyOnWriteArrayList<>();
        client.events().on(Order.class, order -> {
            Double before = tradedBefore.put(order.id(), order.traded());
            if (before != null && before > order.traded()) backwards.add(order);
        });
        Recorder recorder = Recorder.of(client);

        int trades = 0;
        for (int cut = 0; cut < 10; cut++) {
            for (int i = 0; i < 200; i++, trades++) {
                String order = Integer.toString(trades / 10);
                ctp.publish(Samples.trade("CTP", "t" + trades, order),
                        Samples.order("CTP", order, trades % 10 == 9 ? Status.ALLTRADED : Status.PARTTRADED,
                                trades % 10 + 1));
                if (random.nextInt(100) == 0) Rig.disconnectAll(server);
            }
            long connects = Rig.count(client, "connects");
            Rig.disconnectAll(server);
            Wait.until("connected again", () -> Rig.count(client, "connects") > connects);
        }
        Wait.until("all trades", () -> client.trades().size() == 2000);
        Rig.awaitLive(client);
        rig.settle(server, client);

        assertThat(recorder.of(Trade.class)).as("seed " + seed).extracting(Trade::id).hasSize(2000)
                .doesNotHaveDuplicates();
        assertThat(backwards).as("seed " + seed).isEmpty();
        assertThat(Rig.count(client, "connects")).isGreaterThan(5);
        assertThat(Rig.count(client, "gaps") + Rig.count(client, "duplicates") + Rig.count(client, "lost")).isZero();
        assertThat(client.events().stats().vetoed()).as("repetitions that reached the books").isZero();
        Rig.assertSameBooks(client, server);
    }

    @Test
    void aSlowAnswerWhileRestoringCostsNeitherTheSessionNorTheState() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine client = rig.client(server, "timeout=600ms", "heartbeat=100ms");
        client.subscribe(new SubscribeRequest("RPC", RB));
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ctp.onSubscribe = request -> {
            asked.countDown();
            Wait.on(release);
            return Outcome.accepted(Id.of(request.gateway(), request.instrument().toString()));
        };
        int port = Rig.port(server);
        Rig.stop(server);
        Wait.until("the first subscription is over", () -> !ctp.asked(UnsubscribeRequest.class).isEmpty());
        Rig.start(server, port);
        Wait.on(asked);
        long connects = Rig.count(client, "connects");
        Recorder recorder = Recorder.of(client);

        Wait.until("several time-outs", () -> recorder.count(TimerEvent.class) >= 3);

        assertThat(Rig.count(client, "connects")).isEqualTo(connects);
        release.countDown();
        Wait.until("ticks", () -> {
            ctp.publish(Samples.tick("CTP", RB, 1));
            return recorder.count(Tick.class) > 0;
        });
    }

    @Test
    void everySessionIsCalledBackUnderAnotherIdAndSecret() throws Exception {
        try (FakeService service = new FakeService()) {
            Rig.connect(rig.engine(), service.address());
            for (int i = 0; i < 3; i++) {
                FakeService.Line line = service.line();
                line.sync(i);
                line.cut();
            }
            service.line();

            assertThat(service.requests).extracting(request -> HexFormat.of().formatHex(request.callbackId()))
                    .doesNotHaveDuplicates();
            assertThat(service.requests).extracting(request -> HexFormat.of().formatHex(request.secret()))
                    .doesNotHaveDuplicates();
        }
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets which ticks, and what that asks of the server's exchange. */
@Timeout(60)
class TicksTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whoNeverSubscribedGetsNone() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        MainEngine reader = rig.client(server);
        MainEngine other = rig.client(server);
        reader.subscribe(new SubscribeRequest("RPC", RB));
        rig.settle(server, reader, other);
        Recorder read = Recorder.of(reader);
        Recorder none = Recorder.of(other);
        long before = Rig.count(other, "bytes");

        for (int i = 0; i < 100; i++) ctp.publish(Samples.tick("CTP", RB, i), Samples.tick("CTP", AU, i));
        rig.settle(server, reader, other);

        assertThat(read.of(Tick.class)).hasSize(100).allMatch(tick -> tick.instrument().equals(RB));
        assertThat(none.of(Tick.class)).isEmpty();
        assertThat(Rig.count(other, "bytes") - before).as("bytes of two hundred ticks that nobody wants here")
                .isLessThan(1000);
        Wait.until("the ranges cover what was left out", () ->
                Rig.count(other, "sequence") == Rig.count(reader, "sequence"));
    }

    @Test
    void aTickCrossesTheWireOnceHoweverManyHandlersThereAre() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        Rig.stop(server);
        Rig.start(server, 0, "digest=1h"); // digests take numbers, too
        MainEngine client = rig.client(server);
        client.subscribe(new SubscribeRequest("RPC", RB));
        client.events().on(Tick.class, RB, tick -> { });
        client.events().on(Tick.class, tick -> { });
        Recorder recorder = Recorder.of(client);
        ctp.publish(Samples.tick("CTP", RB, 1));
        rig.settle(server, client);
        recorder.clear();
        long sequence = ((Number) Rig.figure(Rig.service(server), "service", "sequence")).longValue();
        Wait.until("all is read", () -> Rig.count(client, "sequence") == sequence);
        long events = Rig.count(client, "events");
        long bytes = Rig.count(client, "bytes");
        long sent = ((Number) Rig.rows(Rig.service(server), "sessions").get(0).get(6)).longValue();

        for (int i = 0; i < 1000; i++) ctp.publish(Samples.tick("CTP", RB, 3000 + i % 7));
        Wait.until("a thousand ticks", () -> recorder.count(Tick.class) == 1000);

        assertThat(Rig.count(client, "events") - events).isEqualTo(1000);
        Wait.until("a number a tick", () -> Rig.count(client, "sequence") - sequence == 1000);
        assertThat(Rig.count(client, "bytes") - bytes).isLessThanOrEqualTo(1000 * 160);
        Wait.until("the server counts the same bytes", () ->
                ((Number) Rig.rows(Rig.service(server), "sessions").get(0).get(6)).longValue() - sent
                        == Rig.count(client, "bytes") - bytes);
    }

    @Test
    void theExchangeIsAskedOnceForTwoClientsAndToldOfTheEndAfterBothEnded() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine one = rig.client(server);
        MainEngine two = rig.client(server);
        Recorder ofOne = Recorder.of(one);
        Recorder ofTwo = Recorder.of(two);
        one.subscribe(new SubscribeRequest("RPC", RB));
        two.subscribe(new SubscribeRequest("RPC.CTP", RB));
        assertThat(ctp.asked).containsExactly(new SubscribeRequest("CTP", RB));

        one.unsubscribe(new UnsubscribeRequest("RPC", RB));
        Wait.until("one gets no ticks any more", () -> {
            ofOne.clear();
            ctp.publish(Samples.tick("CTP", RB, 1));
            rig.settle(server, one, two);
            return ofOne.of(Tick.class).isEmpty();
        });
        assertThat(ofTwo.of(Tick.class)).isNotEmpty();
        assertThat(ctp.asked(UnsubscribeRequest.class)).isEmpty();
        two.unsubscribe(new UnsubscribeRequest("RPC", RB));

        Wait.until("the exchange is told", () -> ctp.asked(UnsubscribeRequest.class).size() == 1);
        assertThat(ctp.asked(SubscribeRequest.class)).hasSize(1);
    }

    @Test
    void aClientThatLeavesEndsItsSubscriptions() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine one = rig.client(server);
        one.subscribe(new SubscribeRequest("RPC", RB));

        one.close();

        Wait.until("the exchange is told", () -> ctp.asked(UnsubscribeRequest.class).size() == 1);
    }

    @Test
    void whoWantsAllAndSubscribesAsWellGetsNoTickTwice() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine all = rig.client(server, "ticks=all");
        Recorder recorder = Recorder.of(all);
        ctp.publish(Samples.tick("CTP", RB, 1));
        rig.settle(server, all);

        all.subscribe(new SubscribeRequest("RPC", RB));
        ctp.publish(Samples.tick("CTP", RB, 2));
        rig.settle(server, all);

        assertThat(recorder.of(Tick.class)).hasSize(2);
    }

    @Test
    void whoWantsAllGetsTicksThatOthersSubscribedTo() {
        MainEngine server = rig.server("CTP", "CTP2");
        MainEngine all = rig.client(server, "ticks=all");
        Recorder recorder = Recorder.of(all);

        Rig.fake(server, "CTP").publish(Samples.tick("CTP", RB, 1));
        Rig.fake(server, "CTP2").publish(Samples.tick("CTP2", RB, 2), Samples.tick("CTP2", AU, 3));
        rig.settle(server, all);

        assertThat(recorder.of(Tick.class)).extracting(tick -> tick.gateway() + " " + tick.lastPrice())
                .containsExactly("RPC.CTP 1.0", "RPC.CTP2 2.0", "RPC.CTP2 3.0");
    }

    @Test
    void aNewSubscriberGetsTheLastKnownTickAtOnce() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        ctp.publish(Samples.tick("CTP", RB, 1), Samples.tick("CTP", RB, 2));
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);

        client.subscribe(new SubscribeRequest("RPC", RB));

        Tick tick = recorder.await(Tick.class, any -> true);
        assertThat(tick).isEqualTo(Samples.tick("CTP", RB, 2).toBuilder().gateway("RPC.CTP").build());
        ctp.publish(Samples.tick("CTP", RB, 3));
        recorder.await(Tick.class, next -> next.lastPrice() == 3);
        assertThat(recorder.of(Tick.class)).hasSize(2);
    }

    @Test
    void aRefusedSubscriptionSaysWhyAndIsNotKept() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        ctp.onSubscribe = request -> Outcome.refused("too-many", "500 of 500 are used");
        MainEngine client = rig.client(server);

        Outcome outcome = client.subscribe(new SubscribeRequest("RPC", RB));

        assertThat(outcome.whyRefused().orElseThrow().message()).isEqualTo("500 of 500 are used");
        Rig.disconnectAll(server);
        Wait.until("connected again", () -> Rig.count(client, "connects") == 2);
        Rig.awaitLive(client);
        assertThat(client.subscribe(new SubscribeRequest("RPC", AU)).isAccepted()).isFalse();
        assertThat(ctp.asked(SubscribeRequest.class)).hasSize(1);
    }

    @Test
    void subscriptionsAreRestoredAfterAReconnect() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        MainEngine client = rig.client(server);
        client.subscribe(new SubscribeRequest("RPC", RB));
        client.subscribe(new SubscribeRequest("RPC", AU));
        client.unsubscribe(new UnsubscribeRequest("RPC", AU));
        Wait.until("the end of one of them crosses", () -> ctp.asked(UnsubscribeRequest.class).size() == 1);
        Recorder recorder = Recorder.of(client);

        Rig.disconnectAll(server);

        Wait.until("a tick after the reconnect", () -> {
            ctp.publish(Samples.tick("CTP", RB, 5), Samples.tick("CTP", AU, 6));
            return recorder.count(Tick.class) > 3;
        });
        assertThat(Rig.count(client, "connects")).isEqualTo(2);
        assertThat(recorder.of(Tick.class)).allMatch(tick -> tick.instrument().equals(RB));
    }

    @Test
    void subscriptionsAreRestoredAtARestartedServerWhenItsContractsCome() {
        MainEngine server = rig.server("CTP");
        Rig.fake(server, "CTP").list(RB);
        MainEngine client = rig.client(server);
        client.subscribe(new SubscribeRequest("RPC", RB));
        int port = Rig.port(server);
        server.close();
        MainEngine next = rig.engine();
        next.addApp("RpcService");
        Rig.start(next, port);
        Wait.until("connected to a server without any gateway", () -> Rig.count(client, "connects") == 2
                && client.gatewayStatus("RPC").map(GatewayStatus::state).filter(GatewayState.LIVE::equals).isPresent());

        next.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        FakeGateway ctp = Rig.fake(next, "CTP");
        ctp.onSubscribe = request -> Outcome.refused("unknown-contract", "it is not there yet");
        next.connect("CTP", Map.of());
        Wait.until("the exchange is asked and refuses", () -> !ctp.asked(SubscribeRequest.class).isEmpty());
        ctp.onSubscribe = request -> Outcome.accepted(
                Id.of(request.gateway(), request.instrument().toString()));
        ctp.list(RB);

        Recorder recorder = Recorder.of(client);
        Wait.until("a tick of the new server", () -> {
            ctp.publish(Samples.tick("CTP", RB, 8));
            return recorder.count(Tick.class) > 0;
        });
    }

    @Test
    void aRefusedSubscriptionIsAskedForAgainLessAndLessOften() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine client = rig.client(server);
        client.subscribe(new SubscribeRequest("RPC", RB));
        ctp.onSubscribe = request -> Outcome.refused("closed", "the exchange is closed");
        int port = Rig.port(server);
        Rig.stop(server);
        Wait.until("the first subscription is over", () -> !ctp.asked(UnsubscribeRequest.class).isEmpty());
        Rig.start(server, port);
        Wait.until("the exchange is asked again", () -> ctp.asked(SubscribeRequest.class).size() >= 3);

        long asked = ctp.asked(SubscribeRequest.class).size();
        long beats = EngineOptions.DEFAULTS.timerInterval().toMillis() * 3 / Rig.HEARTBEAT.toMillis();
        Recorder timer = Recorder.of(client);
        Wait.until("three seconds of the engine's timer", () -> timer.count(TimerEvent.class) >= 4);

        assertThat(ctp.asked(SubscribeRequest.class).size() - asked).isBetween(1L, beats / 2);
        int refused = ctp.asked(SubscribeRequest.class).size();
        ctp.list(AU);
        Wait.until(() -> "a new contract makes it ask at once", Duration.ofSeconds(1),
                () -> ctp.asked(SubscribeRequest.class).size() > refused);
    }
}

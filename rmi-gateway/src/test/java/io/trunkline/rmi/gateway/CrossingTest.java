package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.OptionType;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.model.Trade;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of event from a server's exchange to a client's handlers. */
@Timeout(60)
class CrossingTest {

    private record Alarm(String text) implements AppEvent {
        @Override
        public String kind() {
            return "test.Alarm";
        }
    }

    private static final class AlarmCodec implements AppEventCodec<Alarm> {
        @Override
        public String kind() {
            return "test.Alarm";
        }

        @Override
        public Class<Alarm> type() {
            return Alarm.class;
        }

        @Override
        public int version() {
            return 3;
        }

        @Override
        public byte[] encode(Alarm alarm) {
            return alarm.text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Alarm decode(int version, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.equals("poison")) throw new UnsupportedOperationException(text);
            return new Alarm(version + ":" + text);
        }
    }

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachEventArrivesOnceAndEqualButForThePath() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        MainEngine client = rig.client(server);
        client.subscribe(new SubscribeRequest("RPC", RB));
        Recorder here = Recorder.of(client);
        Recorder there = Recorder.of(server);

        publishOneOfEach(ctp);
        server.log(LogLevel.WARNING, "Desk", "a note \u00fc\u4e2d");
        rig.settle(server, client);

        assertThat(here.of(Contract.class)).containsExactlyElementsOf(
                there.of(Contract.class).stream().map(contract -> contract.at("RPC.CTP")).toList()).hasSize(2);
        assertThat(here.of(Account.class)).containsExactly(Samples.account("RPC.CTP", 1e9 / 3));
        assertThat(here.of(Position.class)).containsExactly(Samples.position("RPC.CTP", RB, Direction.NET, -3));
        assertThat(here.of(Order.class)).containsExactlyElementsOf(
                there.of(Order.class).stream().map(order -> order.at("RPC.CTP")).toList()).hasSize(3);
        assertThat(here.of(Trade.class)).containsExactlyElementsOf(
                there.of(Trade.class).stream().map(trade -> trade.at("RPC.CTP")).toList()).hasSize(2);
        assertThat(here.of(Quote.class)).containsExactlyElementsOf(
                there.of(Quote.class).stream().map(quote -> quote.at("RPC.CTP")).toList()).hasSize(2);
        assertThat(here.of(Tick.class)).containsExactly(
                Samples.tick("CTP", RB, 3000.25).toBuilder().gateway("RPC.CTP").build());
        LogEntry note = there.await(LogEntry.class, entry -> entry.gateway().equals("Desk"));
        assertThat(here.of(LogEntry.class).stream().filter(entry -> entry.gateway().equals("RPC.Desk")))
                .containsExactly(new LogEntry("RPC.Desk", LogLevel.WARNING, note.message(), note.time()));
        assertThat(here.of(TimerEvent.class).stream().map(TimerEvent::count)).doesNotHaveDuplicates();
        Rig.assertSameBooks(client, server);
    }

    @Test
    void theBooksOfAClientThatComesLaterAreTheServers() {
        MainEngine server = rig.server("CTP", "CTP2");
        publishOneOfEach(Rig.fake(server, "CTP"));
        publishOneOfEach(Rig.fake(server, "CTP2"));
        rig.settle(server, server);

        MainEngine client = rig.client(server, "ticks=all");

        Rig.assertSameBooks(client, server);
        assertThat(client.contracts()).hasSize(4);
        assertThat(client.trades()).hasSize(4);
        Wait.until("both last ticks", () -> client.ticks().size() == 2);
        assertThat(client.tick("RPC.CTP2", RB)).contains(
                Samples.tick("CTP2", RB, 3000.25).toBuilder().gateway("RPC.CTP2").build());
    }

    private static void publishOneOfEach(FakeGateway gateway) {
        String name = gateway.name();
        OptionTerms terms = new OptionTerms(500.5, "au2612.SHFE", OptionType.PUT, null, Samples.NOON, "au", "500");
        Contract option = Samples.contract(name, AU).toBuilder().product(Product.OPTION).priceTick(0.02).option(terms)
                .build();
        gateway.publish(Samples.contract(name, RB).toBuilder().maxVolume(500).stopSupported(true).build(), option,
                Samples.account(name, 1e9 / 3), Samples.position(name, RB, Direction.NET, -3),
                Samples.order(name, "1", Status.SUBMITTING, 0), Samples.order(name, "1", Status.PARTTRADED, 4),
                Samples.trade(name, "t1", "1"), Samples.trade(name, "t.2", "1"),
                Samples.order(name, "1", Status.CANCELLED, 4).toBuilder().time(null).message("by hand").build(),
                Samples.quote(name, "q1", Status.SUBMITTING), Samples.quote(name, "q1", Status.ALLTRADED),
                Samples.tick(name, RB, 3000.25));
    }

    @Test
    void theStatesOfTheServersGatewaysAreSeenAndAllAreDownWithoutTheServer() {
        MainEngine server = rig.server("CTP", "CTP2");
        MainEngine client = rig.client(server);
        Rig.awaitState(client, "RPC.CTP", GatewayState.LIVE);
        Rig.awaitState(client, "RPC.CTP2", GatewayState.LIVE);

        Rig.fake(server, "CTP").report(GatewayState.DOWN, "the front is closed");
        Rig.awaitState(client, "RPC.CTP", GatewayState.DOWN);
        assertThat(client.gatewayStatus("RPC.CTP").orElseThrow().detail()).isEqualTo("the front is closed");
        assertThat(client.gatewayStatus("RPC.CTP2").orElseThrow().state()).isEqualTo(GatewayState.LIVE);
        Rig.fake(server, "CTP").report(GatewayState.LIVE, "");
        Rig.awaitState(client, "RPC.CTP", GatewayState.LIVE);
        int port = Rig.port(server);
        Rig.stop(server);

        for (String path : new String[] {"RPC.CTP", "RPC.CTP2"}) {
            Rig.awaitState(client, path, GatewayState.DOWN);
            assertThat(client.gatewayStatus(path).orElseThrow().detail()).isEqualTo("no connection to the server");
        }
        Rig.awaitState(client, "RPC", GatewayState.CONNECTING);
        Rig.start(server, port);
        Rig.awaitLive(client);
        assertThat(client.gatewayStatus("RPC.CTP")).map(GatewayStatus::state).contains(GatewayState.LIVE);
        assertThat(client.gatewayStatus("RPC.CTP2")).map(GatewayStatus::state).contains(GatewayState.LIVE);
    }

    @Test
    void theGatewaysOwnStatesAreInOrder() {
        MainEngine server = rig.server("CTP");
        MainEngine client = rig.engine();
        Recorder recorder = Recorder.of(client);
        Rig.connect(client, Rig.address(server));
        Rig.awaitLive(client);

        client.gateway("RPC").orElseThrow().close();
        Rig.awaitState(client, "RPC", GatewayState.DOWN);

        assertThat(recorder.of(GatewayStatus.class).stream().filter(status -> status.gateway().equals("RPC"))
                .map(GatewayStatus::state).filter(state -> state != GatewayState.STALE).distinct()).containsExactly(
                        GatewayState.CONNECTING, GatewayState.SYNCING, GatewayState.LIVE, GatewayState.DOWN);
        assertThat(client.gatewayStatus("RPC").orElseThrow().detail()).isEqualTo("closed");
        assertThat(client.gatewayStatus("RPC.CTP").orElseThrow().state()).isEqualTo(GatewayState.DOWN);
    }

    @Test
    void whatAResyncOfTheServersGatewayRemovesIsGoneHereToo() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.order("CTP", "2.b", Status.NOTTRADED, 0),
                Samples.trade("CTP", "t1", "1"));

        ctp.publish(new Resync("CTP", Map.of(RecordKind.ORDER, Set.of(Id.parse("CTP.2.b")), RecordKind.TRADE,
                Set.of(Id.parse("CTP.t1"))), Samples.NOON));
        rig.settle(server, client);

        assertThat(recorder.of(Resync.class)).containsExactly(new Resync("RPC.CTP", Map.of(
                RecordKind.ORDER, Set.of(Id.parse("RPC.CTP.2.b")), RecordKind.TRADE, Set.of(Id.parse("RPC.CTP.t1"))),
                        Samples.NOON));
        Rig.assertSameBooks(client, server);
        assertThat(client.orders()).hasSize(1);
        ctp.publish(Samples.trade("CTP", "t1", "1"));
        rig.settle(server, client);
        assertThat(recorder.count(Trade.class)).as("a trade that came again after it was removed").isEqualTo(2);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void anAppsEventCrossesWhereBothSidesHaveItsCodec() {
        MainEngine server = rig.server("CTP");
        server.addAppEventCodec(new AlarmCodec());
        MainEngine knowing = rig.engine();
        knowing.addAppEventCodec(new AlarmCodec());
        Rig.connect(knowing, Rig.address(server));
        Rig.awaitLive(knowing);
        MainEngine ignorant = rig.client(server);
        Recorder of = Recorder.of(knowing);
        Recorder none = Recorder.of(ignorant);

        server.events().publish(new Alarm("hello"));
        server.events().publish(new Alarm("again"));
        rig.settle(server, knowing, ignorant);

        assertThat(of.of(AppEvent.class)).containsExactly(new Alarm("3:hello"), new Alarm("3:again"));
        assertThat(none.of(AppEvent.class)).isEmpty();
        assertThat(Rig.count(knowing, "unknown app events")).isZero();
        assertThat(Rig.count(ignorant, "unknown app events")).isEqualTo(2);
    }

    @Test
    void eventsThatNobodyKnowsAreCountedOverAllSessions() {
        MainEngine server = rig.server("CTP");
        server.addAppEventCodec(new AlarmCodec());
        MainEngine client = rig.client(server);
        server.events().publish(new Alarm("1"));
        rig.settle(server, client);

        Rig.disconnectAll(server);
        Wait.until("connected again", () -> Rig.count(client, "connects") == 2 && client.gatewayStatus("RPC")
                .map(GatewayStatus::state).filter(GatewayState.LIVE::equals).isPresent());
        server.events().publish(new Alarm("2"));
        rig.settle(server, client);

        assertThat(Rig.count(client, "unknown app events")).isEqualTo(2);
    }

    @Test
    void anEventWhoseCodecFailsCostsNothingButItself() {
        MainEngine server = rig.server("CTP");
        server.addAppEventCodec(new AlarmCodec());
        MainEngine client = rig.engine();
        client.addAppEventCodec(new AlarmCodec());
        Rig.connect(client, Rig.address(server));
        Rig.awaitLive(client);
        Recorder recorder = Recorder.of(client);

        server.events().publish(new Alarm("poison"));
        server.events().publish(new Alarm("fine"));
        rig.settle(server, client);

        assertThat(recorder.of(AppEvent.class)).containsExactly(new Alarm("3:fine"));
        assertThat(Rig.count(client, "unknown app events")).isEqualTo(1);
        assertThat(Rig.count(client, "connects")).isEqualTo(1);
    }
}

package io.trunkline.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What verbs do, on the simulated exchange. */
@Timeout(60)
class ScriptTraderTest extends TraderFixture {

    @Test
    void saysThatThereIsNoConnection() {
        assertFails(() -> trader.send(Side.BUY, APPLE, 1, 1, OrderType.LIMIT), "no connection yet: connect()");
        assertFails(trader::ready, "no connection yet: connect()");
    }

    @Test
    void saysWhatWasMeant() {
        connect();

        assertThat(messages.toString(StandardCharsets.UTF_8)).startsWith("SIM is live, 3 contracts");
        assertFails(() -> trader.tick("AP01O.CZCE"), "unknown instrument AP01O.CZCE; did you mean AP010.CZCE?");
        assertFails(() -> trader.tick("AP010.CZEC"), "unknown exchange 'CZEC' in AP010.CZEC; did you mean CZCE?");
        assertFails(() -> trader.connectGateway("SMI", List.of()),
                "unknown gateway type 'SMI'; did you mean SIM?");
        assertFails(() -> trader.connectGateway("S2=SIM", List.of("speed")),
                "'speed' is not a setting; write key=value, such as speed=60");
        assertFails(() -> trader.lookup().order(Id.parse("SIM.7")), "there is no order SIM.7; orders() lists all");
        assertFails(() -> trader.cancel(null),
                "there is no id, it is null; did the verb that should give it fail?");
    }

    @Test
    void opensAndClosesBothSides() {
        connect();
        double price = trader.tick(APPLE).lastPrice();

        assertThat(trader.waitFor(trader.send(Side.BUY, APPLE, price + 100, 2, OrderType.LIMIT), 20).status())
                .isEqualTo(Status.ALLTRADED);
        trader.waitFor(trader.send(Side.SHORT, APPLE, price - 100, 1, OrderType.LIMIT), 20);
        awaitPosition(Direction.LONG, 2);
        awaitPosition(Direction.SHORT, 1);

        trader.waitFor(trader.send(Side.SELL, APPLE, price - 100, 2, OrderType.LIMIT), 20);
        trader.waitFor(trader.send(Side.COVER, APPLE, price + 100, 1, OrderType.LIMIT), 20);
        awaitPosition(Direction.LONG, 0);
        awaitPosition(Direction.SHORT, 0);
        assertThat(trader.position("AP101.CZCE", Direction.LONG).volume()).isZero();
        assertThat(trader.lookup().account().gateway()).isEqualTo("SIM");
    }

    private void awaitPosition(Direction direction, double volume) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (trader.position(APPLE, direction).volume() != volume && System.nanoTime() - deadline < 0) {
            trader.sleep(0.01);
        }
        assertThat(trader.position(APPLE, direction).volume()).as("%s", direction).isEqualTo(volume);
    }

    @Test
    void cancelsItsOwnOrdersAlone() {
        connect();
        try (ScriptTrader other = ScriptTrader.on(trader.engine(), trader.console(), GivenTexts.NONE)) {
            Id mine = trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT);
            Id others = other.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT);

            assertThat(trader.cancelAll()).isEqualTo(1);

            assertThat(trader.waitFor(mine, 20).status()).isEqualTo(Status.CANCELLED);
            assertThat(other.waitFor(others, 0).isActive()).isTrue();
            assertThat(trader.outcome(trader.lookup().order(mine).clientKey())).isEqualTo(Outcome.accepted(mine));
        }
    }

    @Test
    void usesTheChosenGatewayAlone() {
        connect();
        trader.connectGateway("B=SIM", List.of("speed=100", "start=subscribe"));

        assertFails(() -> trader.tick(APPLE),
                "AP010.CZCE is listed by SIM and B; choose one: gateway(\"SIM\")");
        assertFails(() -> trader.lookup().choose("SMI"), "no gateway 'SMI' lists instruments; did you mean SIM?");
        trader.lookup().choose("SIM");
        assertThat(trader.tick(APPLE).gateway()).isEqualTo("SIM");
        trader.lookup().choose("B");
        assertThat(trader.tick(APPLE).gateway()).isEqualTo("B");
        trader.watch(List.of(APPLE));
        try (TickFeed feed = trader.feed(List.of(APPLE))) {
            trader.lookup().choose("SIM");
            trader.subscribe(List.of(APPLE));
            for (int i = 0; i < 10; i++) {
                assertThat(feed.next(20)).get().extracting(Tick::gateway).isEqualTo("B");
            }
        }
        double price = trader.tick(APPLE).lastPrice();
        assertThat(trader.send(Side.BUY, APPLE, price, 1, OrderType.LIMIT).gateway()).isEqualTo("SIM");
    }

    @Test
    void sendsNothingToAnotherGatewayThanTheChosen() {
        connect();
        trader.lookup().choose("SIM");
        trader.engine().events().publish(new Contract("OTHER", InstrumentId.parse("XX1.CZCE"), "x",
                Product.FUTURES, 1, 1, 1, 0, false, false, false, null));
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (trader.engine().contracts().size() < 4 && System.nanoTime() - deadline < 0) trader.sleep(0.01);

        assertFails(() -> trader.send(Side.BUY, "XX1.CZCE", 100, 1, OrderType.LIMIT),
                "XX1.CZCE is listed by OTHER, not by SIM; choose one: gateway(\"OTHER\")");
    }

    @Test
    void feedsEveryTickInOrder() {
        connect();
        try (TickFeed feed = trader.feed(List.of(APPLE))) {
            Tick first = feed.next(20).orElseThrow();
            Tick second = feed.next(20).orElseThrow();

            assertThat(second.time()).isAfterOrEqualTo(first.time());
            assertThat(feed.missed()).isZero();
            trader.stop();
            assertThat(feed.next(20)).isEmpty();
        }
    }

    @Test
    void saysWhichCancelsAreInDoubt() {
        connect();
        Id resting = trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT);
        answer(request -> new Outcome.InDoubt("", "the connection was lost"));

        assertThat(trader.cancelAll()).isZero();

        assertThat(messages.toString(StandardCharsets.UTF_8)).contains(
                resting + ": it is not known whether that was carried out: the connection was lost");
    }

    @Test
    void readsBars() {
        connect();

        assertThat(trader.lookup().bars("ru1901.SHFE", "2018-12-03", "20181203", Interval.MINUTE)).isNotEmpty();
        assertFails(() -> trader.lookup().bars("ru1901.SHFE", "yesterday", "", Interval.MINUTE),
                "'yesterday' is not a date; write 2018-12-03 or 2018-12-03T09:00");
    }

    private static String serve(MainEngine server) {
        server.addApp("RpcService");
        server.start("RpcService", Map.of("port", "0"));
        return server.app("RpcService").orElseThrow().status();
    }

    @Test
    void theGatewayOfALostServerGoesToAnother() throws Exception {
        try (MainEngine lost = MainEngine.create(); MainEngine next = MainEngine.create()) {
            for (MainEngine server : List.of(lost, next)) {
                server.addGateway("SIM");
                server.connect("SIM", Map.of("start", "subscribe"));
                assertThat(server.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(20))).isTrue();
            }
            trader.connect(Optional.of(serve(lost)), List.of());
            String address = serve(next);
            lost.app("RpcService").orElseThrow().close();
            assertThat(trader.engine().awaitState("RPC", GatewayState.CONNECTING, Duration.ofSeconds(20))).isTrue();

            trader.connect(Optional.of(address), List.of());

            assertThat(trader.engine().gateways()).extracting(Gateway::name).containsExactly("RPC");
            assertThat(trader.lookup().contract(APPLE).gateway()).isEqualTo("RPC.SIM");
            assertThat(trader.engine().subscribe(new SubscribeRequest("RPC.SIM",
                    InstrumentId.parse(APPLE))).isAccepted()).isTrue();
        }
    }

    @Test
    void anotherAddressIsAnotherGateway() throws Exception {
        try (MainEngine server = MainEngine.create()) {
            String address = serve(server);

            trader.connect(Optional.of(address), List.of());
            trader.connect(Optional.empty(), List.of());
            assertThat(trader.engine().gateways()).hasSize(1);
            trader.connect(Optional.of(address), List.of("name=second"));
            assertThat(trader.engine().gateways()).extracting(gateway -> gateway.name())
                    .containsExactly("RPC", "RPC2");
            trader.ready();
        }
    }

    @Test
    void printsTablesOfAnything(@TempDir Path folder) throws Exception {
        record Pair(String name, int number) {}
        Path file = folder.resolve("pairs.csv");

        trader.console().table(List.of(new Pair("a", 1), new Pair("b", 20)));
        trader.console().table(List.of());
        trader.console().csv(List.of(new Pair("a", 1)), file.toString());
        trader.console().csv(List.of(new Pair("b", 2)), file.toString());

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("name  number", "a          1", "b         20");
        assertThat(messages.toString(StandardCharsets.UTF_8).strip()).isEqualTo("none");
        assertThat(Files.readAllLines(file)).containsExactly("name,number", "a,1", "b,2");
    }
}

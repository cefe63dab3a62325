package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.launcher.text.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class OrderCommandTest {

    private final Cli cli = new Cli();

    @ParameterizedTest
    @CsvSource({"buy, LONG, OPEN", "sell, SHORT, CLOSE", "short, SHORT, OPEN", "cover, LONG, CLOSE"})
    void knowsWhatEachSideMeans(String side, Direction direction, Offset offset) {
        assertThat(cli.run("order", side, "AP010.CZCE", "2", "@6840")).isZero();
        assertThat(cli.engine.requests).containsExactly(
                OrderRequest.limit("RPC", Samples.APPLE, direction, offset, 2, 6840));
        assertThat(cli.outLines()).containsExactly("RPC.SIM.1");
    }

    @Test
    void takesEveryOption() {
        assertThat(cli.run("order", "sell", "AP010.CZCE", "1", "6840.5", "--type", "fak", "--offset", "closetoday",
                "--gateway", "SIM", "--reference", "r", "--key", "k", "--valid", "300ms")).isZero();
        assertThat(cli.engine.requests).containsExactly(OrderRequest.of("RPC.SIM", Samples.APPLE, Direction.SHORT,
                OrderType.FAK, Offset.CLOSETODAY, 1, 6840.5).withReference("r").withClientKey("k")
                .withValidity(Duration.ofMillis(300)));
    }

    @Test
    void isAMarketOrderWithoutAPrice() {
        assertThat(cli.run("order", "buy", "AP010.CZCE", "1")).isZero();
        assertThat(cli.engine.requests)
                .containsExactly(OrderRequest.market("RPC", Samples.APPLE, Direction.LONG, Offset.OPEN, 1));
    }

    @Test
    void takesNegativePrices() {
        assertThat(cli.run("order", "buy", "AP010.CZCE", "1", "@-3")).isZero();
        assertThat(cli.engine.requests).first().extracting(request -> ((OrderRequest) request).price()).isEqualTo(-3.0);
    }

    @Test
    void failsWithTheReasonOfARefusal() {
        cli.engine.reply = request -> Outcome.refused("size", "2 lots are more than 1");

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1")).isEqualTo(1);
        cli.assertErr("trunkline order: refused: 2 lots are more than 1 [size]");
        assertThat(cli.out()).isEmpty();
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void failsIfItIsNotKnownWhetherItWasSent() {
        cli.engine.reply = request -> new Outcome.InDoubt("k", "the connection broke");
        cli.engine.outcome = key -> new Outcome.InDoubt(key, "RPC is CONNECTING");

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1", "--settle", "50ms")).isEqualTo(1);
        assertThat(cli.err()).contains("in doubt: the connection broke")
                .contains("it is not known whether the order was sent: RPC is CONNECTING")
                .contains("ask with 'trunkline outcome k'");
    }

    @Test
    void waitsUntilItIsKnownWhatBecameOfAnOrderInDoubt() {
        cli.engine.reply = request -> new Outcome.InDoubt("k", "the connection broke");
        cli.engine.outcome = key -> Outcome.accepted(Id.parse("RPC.SIM.9"));

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1")).isZero();
        assertThat(cli.outLines()).containsExactly("RPC.SIM.9");

        Cli other = new Cli();
        other.engine.reply = cli.engine.reply;
        assertThat(other.run("order", "buy", "AP010.CZCE", "2", "@1")).isEqualTo(1);
        assertThat(other.err()).contains("the order never reached the server; nothing was sent");
    }

    @Test
    void waitsForTheEndIfAskedTo() throws Exception {
        cli.engine.reply = request -> Outcome.accepted(Id.parse("RPC.SIM.7"));
        cli.engine.publish(Samples.order(""));
        cli.start("order", "buy", "AP010.CZCE", "2", "@6840", "--wait");
        while (cli.engine.requests.isEmpty()) Thread.onSpinWait();
        assertThat(cli.out()).isEmpty();

        cli.engine.publish(Samples.order("").toBuilder().traded(2).status(Status.ALLTRADED).build());

        assertThat(cli.join()).isZero();
        assertThat(cli.outLines()).hasSize(1).first().asString().contains("RPC.SIM.7", "traded 2 ALLTRADED");
    }

    @Test
    void failsIfTheOrderItWaitsForIsRejected() {
        cli.engine.reply = request -> Outcome.accepted(Id.parse("RPC.SIM.7"));
        cli.engine.publish(Samples.order("no funds").toBuilder().status(Status.REJECTED).build());

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@6840", "--wait")).isEqualTo(1);
        cli.assertErr("trunkline order: RPC.SIM.7 was rejected: no funds");
    }

    @Test
    void saysWhyAServerThatIsThereDoesNotLetItIn() {
        cli.engine.onConnect = name -> {
            cli.engine.state(name, GatewayState.CONNECTING, "connecting to far:99");
            cli.engine.state(name, GatewayState.CONNECTING, "the server at far:99 refused: who is that?");
        };

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1", "--connect", "far:99", "--timeout", "50ms"))
                .isEqualTo(1);
        cli.assertErr("trunkline order: the server at far:99 refused: who is that? (waited 50 ms)");
    }

    @Test
    void failsIfThereIsNoServer() {
        cli.engine.onConnect = name -> cli.engine.state(name, GatewayState.CONNECTING, "");

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1", "--connect", "far:99", "--timeout", "50ms"))
                .isEqualTo(1);
        cli.assertErr("trunkline order: no answer yet from far:99 (waited 50 ms); start one with 'trunkline server',"
                + " name another with --connect, or allow more with --timeout");
        assertThat(cli.engine.requests).isEmpty();
    }

    @Test
    void waitsSoLittleForAServerThatTheWholeCommandFailsWithinThreeSeconds() {
        cli.engine.onConnect = name -> cli.engine.state(name, GatewayState.CONNECTING, "");

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1")).isEqualTo(1);
        assertThat(cli.err()).contains("(waited 2 s)");
    }

    @Test
    void tellsASilentServerFromASlowOne() {
        cli.engine.onConnect = name -> cli.engine.state(name, GatewayState.SYNCING, "");

        assertThat(cli.run("order", "buy", "AP010.CZCE", "2", "@1", "--timeout", "50ms")).isEqualTo(1);
        assertThat(cli.err()).contains("did not send all it knows within 50 ms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "order buy AP010.CZCE 1 @x | ^@x^ is not a price",
        "order buy AP010.CZCE 1 @5 --type market | a MARKET order has no price",
        "order buy AP010.CZCE 1 --type stop | a STOP order needs a price",
        "order buy AP010.CZCE 0 @5 | volume must be above zero: 0.0",
        "order buy AP010.CZCE lots @5 | ^lots^ is not a double",
        "order bye AP010.CZCE 1 @5 | unknown value ^bye^",
        "order buy AP010.CZC 1 @5 | did you mean CZCE?",
        "order buy AP010.CZCE | Missing required parameter",
        "order buy AP010.CZCE 1 @5 6 | ^6^ is one argument too many",
        "order buy AP010.CZCE 1 @5 --tipe limit | did you mean --type?"})
    void refusesWhatItCannotUnderstand(String arguments, String message) {
        assertThat(cli.run(arguments.split(" "))).isEqualTo(2);
        assertThat(cli.err()).contains(message.replace('^', '\'')).hasLineCount(1);
        assertThat(cli.engine.connected).isEmpty();
    }
}

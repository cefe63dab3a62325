package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.launcher.text.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClientCommandTest {

    private final Cli cli = new Cli();
    private final Contract contract = Contract.builder().gateway("RPC.SIM").instrument(Samples.APPLE)
            .product(Product.FUTURES).priceTick(1).build();

    @Test
    void printsEventsAndSumsUp() {
        cli.engine.stream.addAll(
                List.of(List.of("conflated", 2), List.of("gaps", 1L), List.of("duplicates", "3"), List.of("lost", 4),
                        List.of("books", "differ: orders")));
        cli.engine.events.conflated = 5;
        cli.engine.onConnect = name -> {
            cli.engine.state(name, GatewayState.LIVE, "");
            cli.engine.publish(contract);
            cli.engine.publish(Samples.tick());
            cli.engine.publish(Samples.order(""));
            cli.engine.publish(Samples.trade(""));
            cli.engine.publish(new TimerEvent(1, Instant.EPOCH));
        };

        assertThat(cli.run("client", "--for", "1ms")).isZero();
        assertThat(cli.outLines()).hasSize(5);
        assertThat(cli.outLines().get(1)).startsWith("tick     09:00:00.500 AP010.CZCE");
        assertThat(cli.outLines().get(4)).isEqualTo(
                "summary events=5 ticks=1 orders=1 trades=1 conflated=7 gaps=1 duplicates=3 lost=4 books=differ");
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void showsWhetherTheBooksAreEqualWheneverThatChanges() throws Exception {
        cli.start("client");
        cli.awaitOut("RPC LIVE");
        assertThat(cli.err()).doesNotContain("books").doesNotContain("BOOKS");
        cli.engine.stream.add(List.of("books", "equal"));
        cli.awaitErr("books equal");
        cli.engine.stream.set(0, List.of("books", "differ: orders, trades"));
        cli.awaitErr("BOOKS DIFFER: orders, trades");
        cli.interrupt();

        assertThat(cli.err()).hasLineCount(2);
    }

    @Test
    void runsAppsWithTheirSettingsAndAHomeForTheirFiles() {
        assertThat(cli.run("client", "--for", "1ms", "--home", "h", "--app", "RpcService", "--set",
                "RpcService.port=3000")).isZero();

        assertThat(cli.engine.started).containsEntry("RpcService", Map.of("port", "3000"));
        assertThat(cli.engine.options.home()).contains(Path.of("h"));
    }

    @Test
    void runsNoAppAndWritesNoFileUnlessItIsTold() {
        assertThat(cli.run("client", "--for", "1ms", "--home", "h")).isZero();
        assertThat(cli.engine.started).isEmpty();
        assertThat(cli.engine.options.home()).isEmpty();
        Cli other = new Cli();
        assertThat(other.run("client", "--set", "RpcService.port=3000")).isEqualTo(2);
        other.assertErr("trunkline client: nothing here is called RpcService, so its setting port has no use; "
                + "there are RPC");
    }

    @Test
    void printsOnlyWhatWasAskedFor() {
        cli.engine.onConnect = name -> {
            cli.engine.publish(Samples.tick());
            cli.engine.publish(contract);
        };

        assertThat(cli.run("client", "--for", "1ms", "--print", "contracts")).isZero();
        assertThat(cli.outLines()).hasSize(2).first().asString().startsWith("contract");
        Cli silent = new Cli();
        assertThat(silent.run("client", "--for", "1ms", "--print", "none")).isZero();
        assertThat(silent.outLines()).hasSize(1).first().asString().startsWith("summary events=1 ");
    }

    @Test
    void printsJsonThroughout() {
        cli.engine.onConnect =
                name -> cli.engine.publish(new LogEntry("SIM", LogLevel.INFO, Samples.HOSTILE, Instant.EPOCH));

        assertThat(cli.run("client", "--for", "1ms", "--json")).isZero();
        assertThat(cli.outLines()).hasSize(2).allMatch(line -> line.startsWith("{\"event\":") && line.endsWith("}"));
    }

    @Test
    void passesItsOptionsToTheGateway() {
        assertThat(cli.run("client", "--for", "1ms", "--connect", "far:99", "--name", "me", "--subscribe", "all"))
                .isZero();
        assertThat(cli.engine.connected)
                .containsEntry("RPC", Map.of("address", "far:99", "name", "me", "ticks", "all"));
        assertThat(cli.engine.requests).isEmpty();
    }

    @Test
    void subscribesOnceAContractIsKnown() throws Exception {
        cli.engine.reply = request -> Outcome.refused("rule", "because");
        cli.start("client", "--subscribe", "AP010.CZCE,AP101.CZCE");
        cli.awaitOut("RPC LIVE");
        cli.awaitErr("the server does not know AP010.CZCE and 1 more yet");
        assertThat(cli.engine.requests).isEmpty();

        cli.engine.publish(contract);
        cli.engine.publish(contract);
        cli.awaitErr("cannot subscribe to AP010.CZCE: because [rule]");
        cli.interrupt();
        assertThat(cli.engine.requests).containsExactly(new SubscribeRequest("RPC.SIM", Samples.APPLE));
    }

    @Test
    void subscribesToWhateverHasAContractIfAskedForAll() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        cli.engine.reply = request -> {
            asked.countDown();
            return Outcome.refused("rule", "because");
        };
        cli.start("client", "--subscribe", "all");
        cli.awaitOut("RPC LIVE");

        cli.engine.publish(contract);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        cli.interrupt();
        assertThat(cli.engine.requests).containsExactly(new SubscribeRequest("RPC.SIM", Samples.APPLE));
    }

    @Test
    void saysThatNoServerAnswersAndTriesOn() throws Exception {
        cli.engine.onConnect = name -> cli.engine.state(name, GatewayState.CONNECTING, "");
        cli.start("client", "--connect", "far:99");
        cli.awaitErr("no answer yet from far:99; trying on");

        cli.engine.state("RPC", GatewayState.LIVE, "");
        cli.awaitErr("connected to far:99");
        assertThat(cli.interrupt()).isEqualTo(130);
        assertThat(cli.err()).hasLineCount(2);
    }

    @Test
    void failsIfTheGatewayGivesUp() {
        cli.engine.onConnect = name -> {
            cli.engine.state(name, GatewayState.CONNECTING, "");
            cli.engine.state(name, GatewayState.DOWN, "wrong token");
        };

        assertThat(cli.run("client")).isEqualTo(1);
        cli.assertErr("trunkline client: connection to 127.0.0.1:2014 given up: wrong token");
        assertThat(cli.outLines().get(cli.outLines().size() - 1)).startsWith("summary ");
    }

    @Test
    void waitsAsItIsTold() {
        assertThat(cli.run("client", "--for", "1ms", "--wait", "YIELD")).isZero();
        assertThat(cli.engine.options.waitStrategy()).isSameAs(WaitStrategy.YIELD);
    }

    @Test
    void refusesWhatItCannotUnderstand() {
        assertUsage("--print: unknown kind 'tics'; did you mean ticks?", "--print", "tics");
        assertUsage("--subscribe: unknown exchange 'CZC' in AP010.CZC; did you mean CZCE?", "--subscribe", "AP010.CZC");
        assertUsage("--subscribe: 'AP010' is not an instrument; write SYMBOL.EXCHANGE, such as AP010.CZCE",
                "--subscribe", "AP010");
        assertUsage("RPC: setting address: 'a:b:c' is not " + SettingType.ADDRESS.description(), "--connect", "a:b:c");
        assertUsage("nothing here is called SIM, so its setting speed has no use; there are RPC", "--set",
                "SIM.speed=1");
    }

    private static void assertUsage(String message, String... options) {
        Cli cli = new Cli();
        String[] arguments = {"client", options[0], options[1]};

        assertThat(cli.run(arguments)).isEqualTo(2);
        cli.assertErr("trunkline client: " + message);
    }

    @Test
    void warnsOfSecretsOnTheCommandLine() {
        assertThat(cli.run("client", "--for", "1ms", "--set", "RPC.token=s3cret")).isZero();
        assertThat(cli.err()).contains("warning", "RPC.token", "TRUNKLINE_SET_RPC_TOKEN").doesNotContain("s3cret");
    }
}

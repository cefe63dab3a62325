package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.model.GatewayState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(30)
class ServerCommandTest {

    private final Cli cli = new Cli();

    @Test
    void servesTheSimulatedExchangeUntilItIsStopped() throws Exception {
        cli.start("server", "--home", "h");
        cli.awaitOut("\n");

        assertThat(cli.outLines()).containsExactly("READY 127.0.0.1:2014");
        assertThat(cli.engine.connected).containsOnlyKeys("SIM");
        assertThat(cli.engine.options.home()).contains(Path.of("h"));
        assertThat(cli.engine.options.waitStrategy()).isSameAs(WaitStrategy.PARK);
        assertThat(cli.interrupt()).isEqualTo(130);
        assertThat(cli.engine.closed).isTrue();
        assertThat(cli.outLines()).hasSize(1);
    }

    @Test
    void passesSettingsToWhomTheyBelong() throws Exception {
        cli.start("server", "--home", "h", "--bind", "::1", "--port", "3000", "--insecure", "--set", "SIM.speed=60",
                "--gateway", "SIM", "--gateway", "UP=RPC", "--set", "UP.address=a:1");
        cli.awaitOut("READY 127.0.0.1:3000");
        cli.interrupt();

        assertThat(cli.engine.started)
                .containsEntry("RpcService", Map.of("bind", "::1", "port", "3000", "insecure", "true"));
        assertThat(cli.engine.connected).containsEntry("SIM", Map.of("speed", "60"))
                .containsEntry("UP", Map.of("address", "a:1"));
    }

    @Test
    void waitsAsItIsTold() throws Exception {
        cli.start("server", "--home", "h", "--wait", "spin");
        cli.awaitOut("READY");
        cli.interrupt();

        assertThat(cli.engine.options.waitStrategy()).isSameAs(WaitStrategy.SPIN);
        assertUsage("unknown value 'yeild' of --wait; did you mean yield? see 'trunkline server --help'", "--wait",
                "yeild");
    }

    private static String journal(String... options) throws Exception {
        Cli cli = new Cli();
        String[] line = new String[options.length + 3];
        System.arraycopy(new String[] {"server", "--home", "h"}, 0, line, 0, 3);
        System.arraycopy(options, 0, line, 3, options.length);
        cli.start(line);
        cli.awaitOut("READY");
        cli.interrupt();
        return cli.engine.options.journal().map(journal -> journal.name() + " " + journal.sync()).orElse("none");
    }

    @Test
    void keepsAJournalThatTheNextServerAtTheSamePlaceFinds() throws Exception {
        assertThat(journal()).isEqualTo("server-2014 WRITTEN").isEqualTo(journal("--port", "2014"));
        assertThat(journal("--port", "3000", "--journal-sync", "synced")).isEqualTo("server-3000 SYNCED");
        assertThat(journal("--set", "RpcService.port=3000", "--bind", "::1")).isEqualTo("server--1-3000 WRITTEN");
        assertThat(journal("--bind", "unix:/run/trunkline.sock")).isEqualTo("server-unix-run-trunkline.sock WRITTEN");
        assertThat(journal("--port", "0")).isEqualTo("none");
        assertThat(journal("--port", "0", "--journal", "mine")).isEqualTo("mine WRITTEN");
        assertThat(journal("--journal", "none")).isEqualTo("none");
        assertUsage("--journal: a journal's name has 1 to 64 letters, digits, dots, dashes and underscores: a/b",
                "--journal", "a/b");
    }

    @Test
    void failsIfAnotherServerHasTheJournal() {
        cli.engine.createFailure = new IllegalStateException("the order journal in x is in use");

        assertThat(cli.run("server", "--home", "h")).isEqualTo(1);
        cli.assertErr("trunkline server: the order journal in x is in use");
    }

    @Test
    void takesSettingsFromTheEnvironmentUnlessGiven() throws Exception {
        cli.variables.put("TRUNKLINE_SET_SIM_SPEED", "7");
        cli.variables.put("TRUNKLINE_SET_RPCSERVICE_PORT", "7");
        cli.start("server", "--home", "h", "--port", "8");
        cli.awaitOut("READY");
        cli.interrupt();

        assertThat(cli.engine.connected).containsEntry("SIM", Map.of("speed", "7"));
        assertThat(cli.engine.started).containsEntry("RpcService", Map.of("port", "8"));
    }

    @Test
    void isReadyOnceTheGatewaysAreLive() throws Exception {
        cli.engine.onConnect = name -> cli.engine.state(name, GatewayState.CONNECTING, "");
        cli.start("server", "--home", "h");
        cli.awaitErr("still waiting for gateway SIM");
        assertThat(cli.out()).isEmpty();

        cli.engine.state("SIM", GatewayState.LIVE, "");
        cli.awaitOut("READY");
        cli.interrupt();
    }

    @Test
    void leavesGatewaysAloneIfAskedTo() throws Exception {
        cli.start("server", "--home", "h", "--no-connect");
        cli.awaitOut("READY");
        cli.interrupt();

        assertThat(cli.engine.connected).isEmpty();
    }

    @Test
    void failsIfAGatewayGivesUp() {
        cli.engine.onConnect = name -> cli.engine.state(name, GatewayState.DOWN, "no such file: x.csv");

        assertThat(cli.run("server", "--home", "h")).isEqualTo(1);
        cli.assertErr("trunkline server: gateway SIM is down: no such file: x.csv");
        assertThat(cli.engine.closed).isTrue();
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void tellsOfAGatewayThatFailsAndWaitsForTheOthersIfItIsToStay() throws Exception {
        cli.engine.onConnect = name -> cli.engine.state(name,
                name.equals("UP") ? GatewayState.DOWN : GatewayState.LIVE, "no such file: x.csv");
        Server server = new Server(cli.engine.engine(), cli.environment());
        List<String> failures = new ArrayList<>();
        CommandLine command = Main.commandLine(cli.environment()).getSubcommands().get("server");
        server.add(ServerPlan.parse(List.of("UP=RPC", "SIM"), List.of()),
                GivenSettings.parse(cli.environment(), command.getCommandSpec(), List.of()));

        try (StopSignal stop = StopSignal.install()) {
            server.connect(stop, failure -> failures.add(failure.getMessage()));
        }

        assertThat(failures).containsExactly("gateway UP is down: no such file: x.csv");
        assertThat(cli.engine.connected).containsKey("SIM");
    }

    @Test
    void failsIfTheServiceCannotStart() {
        cli.engine.startFailure = new IllegalStateException("port 2014 is in use");

        assertThat(cli.run("server", "--home", "h")).isEqualTo(1);
        cli.assertErr("trunkline server: RpcService cannot start: port 2014 is in use");
        assertThat(cli.engine.closed).isTrue();
        assertThat(cli.engine.connected).isEmpty();
    }

    @Test
    void guessesTypesAndSettings() {
        assertUsage("unknown gateway type 'SIN'; did you mean SIM?", "--gateway", "SIN");
        assertUsage("unknown app type 'RpcServise'; did you mean RpcService?", "--app", "RpcServise");
        assertUsage("unknown setting SIM.sped; did you mean speed?", "--set", "SIM.sped=3");
        assertUsage("nothing here is called SIMM, so its setting speed has no use; did you mean SIM?", "--set",
                "SIMM.speed=3");
    }

    @Test
    void refusesUnusableSettings() {
        assertUsage("SIM: setting speed: 'fast' is not a number", "--set", "SIM.speed=fast");
        assertUsage("'--set speed=3' is not a setting; write NAME.key=value, such as SIM.speed=60", "--set", "speed=3");
    }

    @Test
    void refusesBadGatewayNames() {
        assertUsage("two gateways are called SIM; write --gateway NAME=TYPE to tell them apart", "--gateway", "SIM",
                "--gateway", "SIM");
        assertUsage("'--gateway A.B=SIM': not a name: 'A.B' (letters, digits, _ and -, at most 64, no dot)",
                "--gateway", "A.B=SIM");
    }

    private static void assertUsage(String message, String... options) {
        Cli cli = new Cli();
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"server", "--home", "h"}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);

        assertThat(cli.run(arguments)).isEqualTo(2);
        cli.assertErr("trunkline server: " + message);
        assertThat(cli.engine.connected).isEmpty();
    }
}

package io.trunkline.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PluginActionsTest extends TraderFixture {

    private PluginActions actions() {
        return new PluginActions(trader.engine());
    }

    @Test
    void anActionOfAGatewayOfThisProcessIsCarriedOut() {
        connect();
        assertThat(actions().act("SIM", "pause")).isNotEmpty();
        assertFails(() -> actions().act("SIM", "explode"), "SIM has no action explode; there are "
                + String.join(", ", trader.engine().gateway("SIM").orElseThrow().actions().stream()
                        .map(action -> action.name()).toList()));
    }

    @Test
    void whatIsNeitherHereNorBehindAServerIsNamed() {
        connect();
        assertFails(() -> actions().act("Desk", "state"), "there is no gateway or app Desk; there are SIM");
        assertFails(() -> actions().act("SIM", "pause", "now"), "'now' is not key=value");
    }

    @Test
    void anActionOfTheServerIsCarriedOutThere() throws Exception {
        trader.engine().addApp("RpcService");
        trader.engine().start("RpcService", Map.of("port", "0"));
        trader.engine().addApp("Desk");
        trader.engine().start("Desk", Map.of());
        String address = trader.engine().app("RpcService").orElseThrow().status();
        try (ScriptTrader remote = ScriptTrader.on(MainEngine.create(),
                trader.console(), GivenTexts.NONE)) {
            remote.connect(Optional.of(address), List.of());
            PluginActions there = new PluginActions(remote.engine());
            assertThat(there.act("Desk", "state", "scope=client", "name=alice", "state=HALTED"))
                    .contains("alice").contains("HALTED");
            assertThat(trader.engine().app("Desk").orElseThrow().status()).contains("alice HALTED");
            assertFails(() -> there.act("Desk", "state", "state=STOP"), "state: 'STOP' is not one of ACTIVE,"
                    + " REDUCE_ONLY, HALTED; write Desk state scope=all|client|contract|gateway name=TEXT"
                    + " state=ACTIVE|REDUCE_ONLY|HALTED by=TEXT [parameter]");
            assertFails(() -> there.act("Desk", "state", "name=a;b"), "'name=a;b' has a semicolon, which ends a value");
            assertThat(there.act("Desk", "")).isEqualTo("Desk takes state scope=all|client|contract|gateway name=TEXT"
                    + " state=ACTIVE|REDUCE_ONLY|HALTED by=TEXT");
            assertFails(() -> there.act("Desk", "explode"),
                    "Desk has no action 'explode'; there are state"
                    + " scope=all|client|contract|gateway name=TEXT state=ACTIVE|REDUCE_ONLY|HALTED by=TEXT"
                    + " [unknown-action]");
        }
    }
}

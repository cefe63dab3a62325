package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.OrderRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that have to prove who they are, and what is written down of them. */
@Timeout(60)
class LogInTest extends RightsFixture {

    @Test
    void whoShowsNoTokenOrAWrongOneGetsNoSession() {
        for (String settings : List.of("name=me", "token=guessed")) {
            MainEngine stranger = rig.engine();
            Rig.connect(stranger, Rig.address(server), settings);
            Wait.until("refused", () -> stranger.gatewayStatus("RPC")
                    .filter(status -> status.detail().contains("[log-in]")).isPresent());
            assertThat(stranger.orders()).isEmpty();
        }
        assertThat(Rig.sessions(server)).isEmpty();
    }

    @Test
    void aClientsNameIsTheOneThatItsTokenProvesWhateverItCallsItself() {
        MainEngine tom = client("tom", "name=sue");
        Id id = buy(tom, RB);

        assertThat(ctp.asked(OrderRequest.class)).extracting("owner").containsExactly("tom");
        Wait.until("the order is there", () -> tom.order(id).isPresent());
        assertThat(tom.order(id).orElseThrow().owner()).isEqualTo("tom");
        assertThat(Rig.sessions(server).get(0).get(1)).isEqualTo("tom");
    }

    @Test
    void changedRightsHoldAtOnceAndWhatIsHiddenThenLeavesTheBooks() {
        MainEngine tom = client("tom");
        assertThat(ids(tom.orders())).contains("RPC.CTP.1");
        buy(tom, RB);

        clients.put("tom", "role=viewer", "instruments=au*.SHFE");
        Wait.until("the order is hidden", () -> tom.orders().isEmpty() && tom.contracts().size() == 1);
        Rig.awaitLive(tom);
        Rig.awaitSign(tom, "equal");
        assertThat(ruleOf(tom.sendOrder(Samples.buy("RPC.CTP", AU)))).isEqualTo("role");

        clients.put("tom", "role=trader");
        Wait.until("all is there again", () -> tom.orders().size() == 2 && tom.contracts().size() == 3);
        buy(tom, RB);
    }

    @Test
    void whoIsNotInTheFileAnyMoreIsPutOut() {
        MainEngine tom = client("tom");
        clients.remove("tom");
        Rig.awaitState(tom, "RPC", GatewayState.CONNECTING);
        Wait.until("refused", () -> tom.gatewayStatus("RPC")
                .filter(status -> status.detail().contains("[log-in]")).isPresent());
        assertThat(Rig.sessions(server)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadAnyMoreChangesNothing() throws IOException {
        MainEngine tom = client("tom");
        Files.writeString(clients.file(), "tom.role=emperor\n");
        buy(tom, RB);
        assertThat(client("tina").gatewayStatus("RPC")).isPresent();
    }

    @Test
    void whatHappenedStandsInTheAuditFile() throws IOException {
        MainEngine vera = client("vera");
        vera.sendOrder(Samples.buy("RPC.CTP", RB).withReference("x 2026 tom"));
        MainEngine tom = client("tom");
        Id order = buy(tom, RB);
        tom.cancelOrder(new CancelRequest(order, RB));
        tom.close();
        Wait.until("tom is gone", () -> Rig.sessions(server).size() == 1);

        List<String> lines;
        try (Stream<Path> files = Files.list(home.resolve("audit"))) {
            lines = Files.readAllLines(files.findFirst().orElseThrow());
        }
        assertThat(lines).extracting(line -> line.split("\t")[1] + " " + line.split("\t")[3]).containsExactly(
                "vera logged in", "vera refused", "tom logged in", "tom order", "tom cancel", "tom logged out");
        assertThat(lines.get(1)).contains("[role]").contains("x 2026 tom");
        assertThat(lines.get(3)).contains("LONG OPEN 10.0 rb2610.SHFE @3000.5").contains("accepted as CTP.7");
    }

    @Test
    void theServiceDoesNotStartWithoutTheInterceptorsThatItIsToHave() {
        EngineOptions options = Rig.OPTIONS;
        MainEngine other = rig.engine(options);
        other.addApp("RpcService");
        try {
            Rig.start(other, 0, "require=desk");
            throw new AssertionError("it started");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("desk").hasMessageContaining("rights");
        }
        assertThat(other.interceptors()).isEmpty();
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that have to prove who they are, and what each of them sees and may do. */
@Timeout(60)
class RightsTest {

    @TempDir
    private Path home;
    private final Rig rig = new Rig();
    private ClientsFileRig clients;
    private MainEngine server;
    private FakeGateway ctp;
    private FakeGateway ctp2;

    @BeforeEach
    void start() {
        clients = new ClientsFileRig(home)
                .put("vera", "role=viewer").put("tom", "role=trader").put("tina", "role=trader", "orders=own")
                .put("rob", "role=trader", "instruments=rb*.SHFE", "gateways=CTP").put("sue", "role=supervisor");
        server = rig.engine(Rig.OPTIONS.withHome(home));
        for (String name : List.of("CTP", "CTP2")) {
            server.addGateway(new FakeGateway.Provider(name), name);
            server.connect(name, Map.of());
        }
        server.addApp("RpcService");
        Rig.start(server, 0, "login=required", "clients=" + clients.file(), "heartbeat=100ms");
        ctp = Rig.fake(server, "CTP");
        ctp2 = Rig.fake(server, "CTP2");
        ctp.list(RB, AU);
        ctp2.list(RB);
        ctp.publish(Samples.account("CTP", 10), Samples.position("CTP", AU, Direction.LONG, 1),
                Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.trade("CTP", "t1", "1"));
        ctp2.publish(Samples.account("CTP2", 10));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private MainEngine client(String name, String... more) {
        return rig.client(server, Stream.concat(Stream.of("token=" + ClientsFileRig.tokenOf(name)), Stream.of(more))
                .toArray(String[]::new));
    }

    private static Id buy(MainEngine client, InstrumentId instrument) {
        Outcome outcome = client.sendOrder(Samples.buy("RPC.CTP", instrument));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return outcome.acceptedId().orElseThrow();
    }

    private static String ruleOf(Outcome outcome) {
        return outcome.whyRefused().orElseThrow(() -> new AssertionError(outcome)).rule();
    }

    private static List<String> ids(List<? extends StateRecord> records) {
        return records.stream().map(record -> record.id().value()).toList();
    }

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
    void aViewerSeesAllAndSendsAndCancelsNothing() {
        MainEngine vera = client("vera");
        Rig.awaitSign(vera, "equal");
        Rig.assertSameBooks(vera, server);

        assertThat(ruleOf(vera.sendOrder(Samples.buy("RPC.CTP", RB)))).isEqualTo("role");
        assertThat(ruleOf(vera.sendQuote(Samples.quoteRequest("RPC.CTP", RB)))).isEqualTo("role");
        assertThat(ruleOf(vera.cancelOrder(new CancelRequest(new Id("RPC.CTP.1"), RB)))).isEqualTo("role");

        assertThat(ctp.asked(Object.class)).isEmpty();
    }

    @Test
    void aTraderCancelsItsOwnOrdersAndASupervisorEverybodys() {
        MainEngine tom = client("tom");
        MainEngine tina = client("tina");
        Id order = buy(tom, RB);

        Outcome refused = tina.cancelOrder(new CancelRequest(order, RB));
        assertThat(ruleOf(refused)).isEqualTo("not-own");
        assertThat(refused.toString()).contains("tina").doesNotContain("tom");
        assertThat(ruleOf(tom.cancelOrder(new CancelRequest(new Id("RPC.CTP.1"), RB)))).isEqualTo("not-own");
        assertThat(ctp.asked(CancelRequest.class)).isEmpty();

        assertThat(tom.cancelOrder(new CancelRequest(order, RB)).isAccepted()).isTrue();
        assertThat(client("sue").cancelOrder(new CancelRequest(order, RB)).isAccepted()).isTrue();
        assertThat(ctp.asked(CancelRequest.class)).hasSize(2);
    }

    @Test
    void whatIsSentIsItsSendersAtOnceThoughTheBooksDoNotHaveItYet() {
        ctp.onOrder = request -> Outcome.accepted(Id.of("CTP", "unseen"));
        MainEngine tom = client("tom");
        Id order = buy(tom, RB);
        assertThat(server.order(new Id("CTP.unseen"))).isEmpty();

        assertThat(tom.cancelOrder(new CancelRequest(order, RB)).isAccepted()).isTrue();
        assertThat(ruleOf(client("tina").cancelOrder(new CancelRequest(order, RB)))).isEqualTo("not-own");
    }

    @Test
    void whoSeesOwnOrdersOnlyGetsNoOthersInSnapshotStreamOrOutcomes() {
        MainEngine tom = client("tom");
        MainEngine tina = client("tina", "ticks=all");
        Recorder recorder = Recorder.of(tina);
        Id toms = buy(tom, RB);
        Id tinas = buy(tina, RB);
        ctp.publish(Samples.trade("CTP", "t2", "1"), Samples.tick("CTP", RB, 3001));
        recorder.await(Tick.class, tick -> tick.lastPrice() == 3001);

        assertThat(ids(tina.orders())).containsExactly(tinas.value());
        assertThat(tina.trades()).isEmpty();
        assertThat(tina.positions()).hasSize(1);
        assertThat(recorder.of(Order.class)).allMatch(order -> order.owner().equals("tina"));
        assertThat(recorder.of(LogEntry.class)).noneMatch(entry -> entry.gateway().startsWith("RPC."));
        String key = server.order(new Id(toms.value().substring(4))).orElseThrow().clientKey();
        assertThat(tina.outcome(key)).isInstanceOf(Outcome.InDoubt.class);
        assertThat(tom.outcome(key)).isEqualTo(Outcome.accepted(toms));
        Rig.awaitSign(tina, "equal");

        MainEngine again = client("tina");
        assertThat(ids(again.orders())).containsExactly(tinas.value());
        Rig.awaitSign(again, "equal");
        Rig.awaitSign(tom, "equal");
    }

    @Test
    void whoSeesSomeInstrumentsOfAGatewayGetsNothingOfTheRest() {
        MainEngine rob = client("rob", "ticks=all");
        Recorder recorder = Recorder.of(rob);
        InstrumentId late = InstrumentId.parse("rb2701.SHFE");
        ctp.list(late, InstrumentId.parse("cu2701.SHFE"));
        ctp.publish(Samples.tick("CTP", AU, 1), Samples.tick("CTP2", RB, 2), Samples.tick("CTP", late, 3));
        recorder.await(Tick.class, tick -> tick.lastPrice() == 3);

        assertThat(recorder.of(Tick.class)).extracting(Tick::instrument).containsOnly(late);
        assertThat(ids(rob.contracts())).containsExactlyInAnyOrder("RPC.CTP.rb2610.SHFE", "RPC.CTP.rb2701.SHFE");
        assertThat(ids(rob.accounts())).containsExactly("RPC.CTP.main.1");
        assertThat(rob.positions()).isEmpty();
        assertThat(rob.gatewayStatus("RPC.CTP2")).isEmpty();
        assertThat(rob.gatewayStatus("RPC.CTP")).isPresent();
        Rig.awaitSign(rob, "equal");

        assertThat(ruleOf(rob.subscribe(new SubscribeRequest("RPC.CTP", AU)))).isEqualTo("not-visible");
        assertThat(ruleOf(rob.sendOrder(Samples.buy("RPC.CTP", AU)))).isEqualTo("not-visible");
        assertThat(rob.queryAccounts("RPC.CTP")).isEqualTo(Outcome.accepted(new Id("RPC.CTP.accounts")));
        HistoryRequest history = new HistoryRequest("RPC.CTP", AU, Samples.NOON, Samples.NOON, Interval.MINUTE);
        assertThat(rob.queryHistory(history)).isInstanceOf(History.Refused.class);
        buy(rob, RB);
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
    void whoMakesMoreRequestsThanItMayIsRefusedAndStillCancels() {
        clients.put("rick", "role=trader", "rate=3");
        MainEngine rick = client("rick");
        Id first = buy(rick, RB);
        List<Outcome> outcomes = new ArrayList<>();
        Wait.until("refused", () -> {
            outcomes.add(rick.sendOrder(Samples.buy("RPC.CTP", RB)));
            return outcomes.get(outcomes.size() - 1).whyRefused().isPresent();
        });

        Outcome refused = outcomes.get(outcomes.size() - 1);
        assertThat(ruleOf(refused)).isEqualTo("rate");
        assertThat(refused.toString()).contains("rick may make 3");
        for (int i = 0; i < 20; i++) {
            assertThat(rick.cancelOrder(new CancelRequest(first, RB)).isAccepted()).isTrue();
        }
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
    void aSupervisorHasTheServerCarryOutActionsAndNobodyElseDoes() {
        MainEngine sue = client("sue");
        MainEngine tom = client("tom");
        Object session = Rig.sessions(server).get(1).get(0);

        assertThatThrownBy(() -> act(tom, "RpcService", "disconnect", "session=" + session))
                .hasMessageContaining("tom is a trader").hasMessageContaining("[role]");
        assertThatThrownBy(() -> act(sue, "Desk", "state", "")).hasMessageContaining("CTP, CTP2, RpcService");
        assertThatThrownBy(() -> act(sue, "RpcService", "halt", "")).hasMessageContaining("there are disconnect");
        assertThatThrownBy(() -> act(sue, "RpcService", "disconnect", "session=x")).hasMessageContaining("'x'");

        assertThat(act(sue, "RpcService", "disconnect", "session=" + session)).contains("of tom ended");
        Wait.until("tom is connected anew", () -> Rig.sessions(server).size() == 2
                && !Rig.sessions(server).get(1).get(0).equals(session));
    }

    private static String act(MainEngine client, String plugin, String name, String parameters) {
        Action action = client.gateway("RPC").orElseThrow().actions().stream()
                .filter(each -> each.name().equals("server")).findFirst().orElseThrow();
        return action.run().apply(Settings.parse(action.parameters(),
                Map.of("plugin", plugin, "action", name, "parameters", parameters)));
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

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see and may do who have to prove who they are. */
@Timeout(60)
class RightsTest extends RightsFixture {

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
    void aSupervisorHasTheServerCarryOutActionsAndNobodyElseDoes() {
        MainEngine sue = client("sue");
        MainEngine tom = client("tom");
        Object session = Rig.sessions(server).get(1).get(0);

        assertThatThrownBy(() -> act(tom, "RpcService", "disconnect", "session=" + session))
                .hasMessageContaining("tom is a trader").hasMessageContaining("[role]");
        assertThatThrownBy(() -> act(sue, "Desk", "state", "")).hasMessageContaining("CTP, CTP2, RpcService");
        assertThatThrownBy(() -> act(sue, "RpcService", "halt", "")).hasMessageContaining("there are disconnect");
        assertThatThrownBy(() -> act(sue, "RpcService", "disconnect", "session=x")).hasMessageContaining("'x'");

        Wait.until("sue is offered it", () -> names(sue).contains("server: RpcService disconnect"));
        assertThat(names(tom)).containsExactly("disconnect", "server");

        assertThat(act(sue, "RpcService", "disconnect", "session=" + session)).contains("of tom ended");
        Wait.until("tom is connected anew", () -> Rig.sessions(server).size() == 2
                && !Rig.sessions(server).get(1).get(0).equals(session));
    }

    private static List<String> names(MainEngine client) {
        return client.gateway("RPC").orElseThrow().actions().stream().map(Action::name).toList();
    }

    private static String act(MainEngine client, String plugin, String name, String parameters) {
        Action action = client.gateway("RPC").orElseThrow().actions().stream()
                .filter(each -> each.name().equals("server")).findFirst().orElseThrow();
        return action.run().apply(Settings.parse(action.parameters(),
                Map.of("plugin", plugin, "action", name, "parameters", parameters)));
    }
}

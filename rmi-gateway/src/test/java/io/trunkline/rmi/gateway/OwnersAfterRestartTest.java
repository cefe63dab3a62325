package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.JournalOptions;
import io.trunkline.engine.JournalSync;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rights to orders of before a server's restart, whose gateway does not tell who sent them. */
@Timeout(60)
class OwnersAfterRestartTest {

    @TempDir
    private Path home;
    private final Rig rig = new Rig();
    private MainEngine server;
    private FakeGateway ctp;
    private Id toms;

    @BeforeEach
    void sendAndRestart() {
        ClientsFileRig clients = new ClientsFileRig(home).put("tina", "role=trader", "orders=own")
                .put("tom", "role=trader", "orders=own", "cancel-after=10ms");
        start(clients);
        MainEngine tom = client("tom");
        Outcome sent = tom.sendOrder(Samples.buy("RPC.CTP", RB).withReference("grid"));
        toms = new Id(sent.acceptedId().orElseThrow().value().substring("RPC.".length()));
        server.close();
        tom.close();
        start(clients);
        ctp.publish(forgotten(Status.NOTTRADED, 0));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void start(ClientsFileRig clients) {
        server = rig.engine(Rig.OPTIONS.withHome(home).withJournal(new JournalOptions("test", JournalSync.WRITTEN)));
        server.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        server.connect("CTP", Map.of());
        server.addApp("RpcService");
        Rig.start(server, 0, "login=required", "clients=" + clients.file());
        ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
    }

    private MainEngine client(String name) {
        return rig.client(server, "token=" + ClientsFileRig.tokenOf(name));
    }

    private Order forgotten(Status status, double traded) {
        return Samples.order("CTP", toms.value().substring("CTP.".length()), status, traded).toBuilder()
                .owner("").reference("").clientKey("").build();
    }

    private Trade forgottenTrade() {
        return Samples.trade("CTP", "t1", toms.value().substring("CTP.".length())).toBuilder()
                .owner("").reference("").clientKey("").build();
    }

    @Test
    void itsSenderAloneSeesItInSnapshotAndStreamAndCancelsIt() {
        MainEngine tom = client("tom");
        MainEngine tina = client("tina");
        assertThat(tom.orders()).singleElement().extracting(Order::reference).isEqualTo("grid");

        ctp.publish(forgotten(Status.PARTTRADED, 1), forgottenTrade());
        Wait.until("tom has the trade", () -> tom.trades().size() == 1);
        assertThat(tom.trades().get(0).owner()).isEqualTo("tom");
        assertThat(tom.orders()).singleElement().extracting(Order::traded).isEqualTo(1.0);
        Rig.awaitSign(tom, "equal");
        Rig.awaitSign(tina, "equal");
        assertThat(tina.orders()).isEmpty();
        assertThat(tina.trades()).isEmpty();

        Id id = new Id("RPC." + toms);
        assertThat(tina.cancelOrder(new CancelRequest(id, RB)).whyRefused().orElseThrow().rule()).isEqualTo("not-own");
        assertThat(tom.cancelOrder(new CancelRequest(id, RB)).isAccepted()).isTrue();
    }

    @Test
    void itIsCancelledWhenItsSenderGoesAway() {
        client("tina").close();
        client("tom").close();

        Wait.until("it is cancelled", () -> !ctp.asked(CancelRequest.class).isEmpty());
        assertThat(ctp.asked(CancelRequest.class).get(0).id()).isEqualTo(toms);
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orders of a client that goes away, or whose connection breaks. */
@Timeout(60)
class CancelAfterTest {

    private final Rig rig = new Rig();
    private MainEngine server;
    private FakeGateway ctp;

    @BeforeEach
    void start() {
        server = rig.server("CTP");
        ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static void buy(MainEngine client, InstrumentId instrument) {
        assertThat(client.sendOrder(Samples.buy("RPC.CTP", instrument)).isAccepted()).isTrue();
    }

    private List<String> cancelled() {
        return ctp.asked(CancelRequest.class).stream().map(request -> request.id().value()).toList();
    }

    private void awaitCancels(int count) {
        Wait.until(() -> count + " cancels, not " + cancelled(), Wait.PATIENCE, () -> cancelled().size() == count);
    }

    @Test
    void itsOwnActiveOrdersAndQuotesAreCancelledOnceItIsGoneForAsLongAsItSaid() {
        MainEngine other = rig.client(server, "name=other");
        MainEngine client = rig.client(server, "name=tom", "cancelAfter=100ms");
        buy(client, RB);
        buy(client, RB);
        buy(other, RB);
        assertThat(client.sendQuote(Samples.quoteRequest("RPC.CTP", RB)).isAccepted()).isTrue();
        Wait.until("all orders are known", () -> server.orders().size() == 3);
        Order done = server.orders().get(0);
        ctp.publish(done.toBuilder().status(Status.CANCELLED).build());
        Wait.until("one is done", () -> server.activeOrders().size() == 2);

        client.close();

        awaitCancels(1);
        Wait.until("the quote is cancelled", () -> ctp.asked(CancelQuoteRequest.class).size() == 1);
        assertThat(cancelled()).doesNotContain(done.id().value());
        assertThat(server.order(new Id(cancelled().get(0))).orElseThrow().owner()).isEqualTo("tom");
    }

    @Test
    void whoComesBackInTimeKeepsItsOrders() {
        MainEngine client = rig.client(server, "name=tom", "cancelAfter=3s");
        buy(client, RB);
        Rig.disconnectAll(server);
        Rig.awaitLive(client);
        MainEngine gone = rig.client(server, "name=gone", "cancelAfter=0s");
        buy(gone, AU);
        gone.close();

        awaitCancels(1);
        assertThat(server.order(new Id(cancelled().get(0))).orElseThrow().owner()).isEqualTo("gone");
    }

    @Test
    void ordersAreKeptUnlessTheClientOrTheServerSaysOtherwise(@TempDir Path folder) {
        MainEngine kept = rig.client(server, "name=kept");
        buy(kept, RB);
        kept.close();

        MainEngine strict = rig.engine();
        strict.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        strict.connect("CTP", Map.of());
        strict.addApp("RpcService");
        ClientsFileRig clients = new ClientsFileRig(folder).put("tom", "role=trader", "cancel-after=10ms");
        Rig.start(strict, 0, "clients=" + clients.file());
        FakeGateway fake = Rig.fake(strict, "CTP");
        fake.list(RB);
        MainEngine tom = rig.client(strict, "token=" + ClientsFileRig.tokenOf("tom"), "cancelAfter=1h");
        buy(tom, RB);
        tom.close();
        Wait.until("it is cancelled", () -> fake.asked(CancelRequest.class).size() == 1);
        assertThat(cancelled()).isEmpty();
    }

    @Test
    void whatWasStillOnItsWayIsCancelledWhenItIsThere() {
        MainEngine client = rig.client(server, "name=tom", "cancelAfter=10ms");
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = ctp.hold(RB, release);
        Thread sender = new Thread(() -> client.sendOrder(Samples.buy("RPC.CTP", RB)));
        sender.setDaemon(true);
        sender.start();
        Wait.on(held);
        Rig.disconnect(client);
        Wait.until("it is gone", () -> Rig.sessions(server).isEmpty());
        assertThat(cancelled()).isEmpty();
        release.countDown();
        awaitCancels(1);
    }
}

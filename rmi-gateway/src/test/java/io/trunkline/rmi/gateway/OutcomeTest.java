package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders whose answer is lost: the client learns by itself what became of them. */
@Timeout(60)
class OutcomeTest {

    private final Rig rig = new Rig();
    private final CountDownLatch release = new CountDownLatch(1);
    private MainEngine exchange;
    private FakeGateway sim;

    @BeforeEach
    void start() {
        exchange = rig.server("SIM");
        sim = Rig.fake(exchange, "SIM");
        sim.list(RB, AU);
    }

    @AfterEach
    void close() {
        release.countDown();
        rig.close();
    }

    private CompletableFuture<Outcome> send(MainEngine client) {
        return CompletableFuture.supplyAsync(() -> client.sendOrder(Samples.buy("RPC", RB).withClientKey("k")));
    }

    /** A server without an exchange of its own. */
    private MainEngine relay(int port) {
        MainEngine relay = rig.engine();
        Rig.connect(relay, Rig.address(exchange), "name=relay");
        Rig.awaitLive(relay);
        relay.addApp("RpcService");
        Rig.start(relay, port);
        return relay;
    }

    private static void awaitSettled(Recorder recorder, String text) {
        recorder.await(LogEntry.class,
                entry -> entry.message().contains("client key k ") && entry.message().contains(text));
    }

    @Test
    void anOrderWhoseSessionBreaksIsInDoubtAtOnceAndSettledAfterTheReconnect() throws Exception {
        MainEngine client = rig.client(exchange);
        Recorder recorder = Recorder.of(client);
        CountDownLatch held = sim.hold(RB, release);
        CompletableFuture<Outcome> call = send(client);
        Wait.on(held);

        Rig.disconnectAll(exchange);

        assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(Outcome.InDoubt.class,
                doubt -> assertThat(doubt.reason()).startsWith("unknown, being resolved"));
        Rig.awaitLive(client);
        assertThat(client.outcome("k")).as("it is still held at the exchange").isInstanceOf(Outcome.InDoubt.class);
        assertThat(client.sendOrder(Samples.buy("RPC", RB).withClientKey("k"))).as("it is not sent again")
                .isInstanceOf(Outcome.InDoubt.class);
        release.countDown();
        awaitSettled(recorder, "accepted as RPC.SIM.7");
        assertThat(client.outcome("k")).isEqualTo(Outcome.accepted(Id.parse("RPC.SIM.7")));
        assertThat(sim.asked(OrderRequest.class)).hasSize(1);
        rig.settle(exchange, client);
        Rig.assertSameBooks(client, exchange);
    }

    @Test
    void anotherServerIsNotAskedForWhatWasSentToTheOneBefore() throws Exception {
        MainEngine client = rig.client(exchange);
        Recorder recorder = Recorder.of(client);
        CountDownLatch held = sim.hold(RB, release);
        CompletableFuture<Outcome> call = send(client);
        Wait.on(held);
        MainEngine other = rig.server("SIM");
        Rig.fake(other, "SIM").list(RB);

        Rig.disconnect(client);
        assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.InDoubt.class);
        release.countDown();
        Rig.connect(client, Rig.address(other));
        Rig.awaitLive(client);

        assertThat(client.outcome("k")).isInstanceOfSatisfying(Outcome.InDoubt.class,
                doubt -> assertThat(doubt.reason()).contains(Rig.address(exchange)));
        assertThat(client.sendOrder(Samples.buy("RPC", RB).withClientKey("k"))).isInstanceOf(Outcome.InDoubt.class);
        assertThat(Rig.fake(other, "SIM").asked(OrderRequest.class)).isEmpty();
        Rig.disconnect(client);
        Rig.connect(client, Rig.address(exchange));
        awaitSettled(recorder, "accepted as RPC.SIM.7");
    }

    @Test
    void anOrderThatWasRefusedWhileTheSessionWasBrokenIsKnownToBe() throws Exception {
        MainEngine client = rig.client(exchange);
        Recorder recorder = Recorder.of(client);
        CountDownLatch held = new CountDownLatch(1);
        sim.onOrder = request -> {
            held.countDown();
            Wait.on(release);
            return Outcome.refused("margin", "needs 5000, there are 100");
        };
        CompletableFuture<Outcome> call = send(client);
        Wait.on(held);

        Rig.disconnectAll(exchange);
        assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.InDoubt.class);
        release.countDown();

        awaitSettled(recorder, "was refused: needs 5000, there are 100 [margin]");
        assertThat(client.outcome("k")).isEqualTo(Outcome.refused("margin", "needs 5000, there are 100"));
    }

    @Test
    void anOrderAcceptedBehindAServerThatIsGoneIsKnownThroughTheOneThatComesNext() throws Exception {
        MainEngine relay = relay(0);
        int port = Rig.port(relay);
        MainEngine client = rig.client(relay);
        Recorder recorder = Recorder.of(client);
        CountDownLatch held = sim.hold(RB, release);
        CompletableFuture<Outcome> call = send(client);
        Wait.on(held);

        relay.close();
        assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.InDoubt.class);
        relay(port);
        release.countDown();

        awaitSettled(recorder, "accepted as RPC.RPC.SIM.7");
        assertThat(client.outcome("k")).isEqualTo(Outcome.accepted(Id.parse("RPC.RPC.SIM.7")));
        assertThat(sim.asked(OrderRequest.class)).hasSize(1);
    }

    @Test
    void whatGotNoAnswerIsNeverReceivedOnlyOnceItsSessionIsOver() throws Exception {
        try (FakeService service = new FakeService()) {
            service.holdsOrders = true;
            MainEngine client = rig.engine();
            Recorder recorder = Recorder.of(client);
            Rig.connect(client, service.address(), "timeout=1s");
            service.line().sync(0);
            Rig.awaitLive(client);

            Outcome outcome = client.sendOrder(Samples.buy("RPC.CTP", RB).withClientKey("k"));

            assertThat(outcome).isInstanceOf(Outcome.InDoubt.class);
            FakeService.Line again = service.line();
            assertThat(client.outcome("k")).as("the order may still come to the server").isInstanceOf(
                    Outcome.InDoubt.class);
            recorder.await(GatewayStatus.class, status -> status.detail().contains("opening another session"));
            assertThat(service.requests.get(1).instance()).isEqualTo(service.requests.get(0).instance());
            again.sync(0);
            awaitSettled(recorder, "never received");
            assertThat(client.outcome("k")).isEqualTo(new Outcome.NeverReceived("k"));
        }
    }

    @Test
    void aKeyThatNeverReachedTheServerIsSaidToBeSoOnceItCanBeAsked() {
        MainEngine client = rig.client(exchange);
        int port = Rig.port(exchange);
        Rig.stop(exchange);
        assertThat(client.outcome("k")).as("the server, which may know, cannot be asked")
                .isInstanceOf(Outcome.InDoubt.class);
        Rig.start(exchange, port);
        Rig.awaitLive(client);

        assertThat(client.outcome("k")).isEqualTo(new Outcome.NeverReceived("k"));
        assertThat(client.sendOrder(Samples.buy("RPC", RB).withClientKey("k")).isAccepted()).isTrue();
    }
}

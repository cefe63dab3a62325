package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What requests and states say while there is no server. */
@Timeout(90)
class NotConnectedTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void itTriesForEverAndSaysWhatIsMissingUntilThereIsAServer() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        MainEngine client = rig.engine();
        Recorder recorder = Recorder.of(client);
        Rig.connect(client, "127.0.0.1:" + port);
        Wait.until(() -> "a clear detail: " + client.gatewayStatus("RPC"), Duration.ofSeconds(3), () -> client
                .gatewayStatus("RPC").filter(status -> status.detail().equals("no server at 127.0.0.1:"
                        + port)).isPresent());
        assertThat(client.gatewayStatus("RPC").orElseThrow().state()).isEqualTo(GatewayState.CONNECTING);
        Outcome refused = client.gateway("RPC").orElseThrow().sendOrder(Samples.buy("RPC.CTP", RB));
        assertThat(refused.whyRefused().orElseThrow().rule()).isEqualTo("not-connected");
        assertThat(refused.whyRefused().orElseThrow().message()).isEqualTo("RPC is CONNECTING (no server at 127.0.0.1:"
                + port + ")");

        MainEngine server = rig.server("CTP");
        Rig.stop(server);
        Rig.start(server, port);

        Rig.awaitLive(client);
        assertThat(recorder.count(GatewayStatus.class)).as("states, not one an attempt").isLessThan(12);
    }

    @Test
    void everyRequestIsRefusedWithTheStateWhileThereIsNoConnection() {
        MainEngine client = rig.engine();
        client.addGateway("RPC");
        RmiGateway gateway = (RmiGateway) client.gateway("RPC").orElseThrow();
        Recorder recorder = Recorder.of(client);
        Id id = Id.parse("RPC.CTP.1");

        List<Outcome> outcomes = List.of(gateway.sendOrder(Samples.buy("RPC.CTP", RB)),
                gateway.sendQuote(Samples.quoteRequest("RPC.CTP", RB)),
                gateway.cancelOrder(CancelRequest.of(id)),
                gateway.cancelQuote(CancelQuoteRequest.of(id)),
                gateway.subscribe(new SubscribeRequest("RPC.CTP", RB)),
                gateway.unsubscribe(new UnsubscribeRequest("RPC.CTP", RB)));

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.whyRefused().orElseThrow().rule()).isEqualTo("not-connected");
            assertThat(outcome.whyRefused().orElseThrow().message()).isEqualTo("RPC is DOWN (not connected)");
        });
        assertThat(gateway.queryHistory(new HistoryRequest("RPC.CTP", RB, Samples.NOON, null,
                Interval.MINUTE)).whyRefused().orElseThrow().rule()).isEqualTo("not-connected");
        assertThat(gateway.outcome("key")).as("a question, which is no refusal of what it asks about")
                .isEqualTo(new Outcome.InDoubt("key", "RPC is DOWN (not connected)"));
        client.queryAccounts("RPC.CTP");
        recorder.await(LogEntry.class, entry -> entry.message().contains("RPC is DOWN (not connected)"));
    }

    @Test
    void aCallUnderWayIsInDoubtAtOnceWhenTheServerStopsAndTheNextCallWorks() throws Exception {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        MainEngine client = rig.client(server);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = ctp.hold(RB, release);
        CompletableFuture<Outcome> call = CompletableFuture.supplyAsync(
                () -> client.sendOrder(Samples.buy("RPC", RB).withClientKey("held")));
        Wait.on(held);
        int port = Rig.port(server);

        long start = System.nanoTime();
        Rig.stop(server);
        Outcome outcome = call.get(20, TimeUnit.SECONDS);
        long millis = (System.nanoTime() - start) / 1_000_000;
        release.countDown();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.InDoubt.class,
                doubt -> assertThat(doubt.clientKey()).isEqualTo("held"));
        assertThat(millis).as("ms until the caller knew").isLessThan(Rig.TIMEOUT.toMillis());
        Rig.start(server, port);
        Rig.awaitLive(client);
        assertThat(client.sendOrder(Samples.buy("RPC", AU)).isAccepted()).isTrue();
        assertThat(((RmiGateway) client.gateway("RPC").orElseThrow()).outcome("held").acceptedId())
                .contains(Id.parse("RPC.CTP.7"));
        rig.settle(server, client);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void whoHearsThatTheConnectionIsLostFindsRequestsRefused() throws Exception {
        MainEngine server = rig.server("CTP");
        MainEngine client = rig.client(server);
        CompletableFuture<Outcome> seen = new CompletableFuture<>();
        client.events().on(GatewayStatus.class, "RPC", status -> {
            if (status.state() == GatewayState.CONNECTING) {
                seen.complete(client.gateway("RPC").orElseThrow().sendOrder(Samples.buy("RPC.CTP", RB)));
            }
        });

        Rig.stop(server);

        assertThat(seen.get(10, TimeUnit.SECONDS).whyRefused().orElseThrow().rule()).isEqualTo("not-connected");
    }

    @Test
    void afterItWasDisconnectedItCanConnectToAnotherServer() {
        MainEngine first = rig.server("CTP");
        Rig.fake(first, "CTP").list(AU);
        MainEngine client = rig.client(first);
        Recorder recorder = Recorder.of(client);
        MainEngine second = rig.server("CTP");
        Rig.fake(second, "CTP").list(RB);

        assertThat(Rig.disconnect(client)).isEqualTo("RPC is disconnected");
        recorder.await(GatewayStatus.class, status -> status.gateway().equals("RPC")
                && status.state() == GatewayState.DOWN);
        assertThat(client.sendOrder(Samples.buy("RPC.CTP", AU)).whyRefused().orElseThrow().rule())
                .isEqualTo("not-connected");
        assertThat(Rig.disconnect(client)).isEqualTo("RPC is not connected");
        Rig.connect(client, Rig.address(second));

        Wait.until("the second server's contract in the place of the first one's", () ->
                client.contract(RB).isPresent() && client.contract(AU).isEmpty());
        assertThat(client.sendOrder(Samples.buy("RPC.CTP", RB)).isAccepted()).isTrue();
        assertThat(first.orders()).isEmpty();
    }

    @Test
    void aConnectThatComesDuringADisconnectIsCarriedOutAfterIt() throws Exception {
        MainEngine first = rig.server("CTP");
        MainEngine second = rig.server("CTP");
        MainEngine client = rig.client(first);
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch connected = new CountDownLatch(1);
        client.events().on(GatewayStatus.class, status -> {
            boolean isOther = !status.gateway().equals("RPC") || status.state() != GatewayState.DOWN;
            if (isOther || ending.getCount() == 0) return;
            ending.countDown();
            Rig.connect(client, Rig.address(second));
            connected.countDown();
        });

        assertThat(Rig.disconnect(client)).isEqualTo("RPC is disconnected");

        Wait.on(ending);
        Wait.on(connected);
        Wait.until("the second server's session", () -> !Rig.sessions(second).isEmpty());
        Rig.awaitLive(client);
        assertThat(client.gateway("RPC").orElseThrow().status().state()).isEqualTo(GatewayState.LIVE);
    }
}

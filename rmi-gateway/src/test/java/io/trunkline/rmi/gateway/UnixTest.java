package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose server is at a Unix-domain socket, and what a client listens on. */
@Timeout(90)
class UnixTest {

    @TempDir
    private Path folder;
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private String address() {
        return "unix:" + folder.resolve("s.sock");
    }

    /** An engine with a fake exchange, whose service listens at the socket. */
    private MainEngine server() {
        MainEngine engine = rig.engine();
        engine.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        engine.connect("CTP", Map.of());
        engine.addApp("RpcService");
        start(engine);
        Rig.fake(engine, "CTP").list(RB);
        return engine;
    }

    private void start(MainEngine engine) {
        Rig.start(engine, 0, "bind=" + address());
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void aWholeSessionCrosses() throws IOException {
        MainEngine server = server();
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.account("CTP", 10));
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        assertThat(Rig.address(server)).isEqualTo(address());

        assertThat(client.subscribe(new SubscribeRequest("RPC", RB)).isAccepted()).isTrue();
        ctp.publish(Samples.tick("CTP", RB, 7));
        recorder.await(Tick.class, tick -> tick.lastPrice() == 7);
        assertThat(client.sendOrder(Samples.buy("RPC", RB)).acceptedId()).contains(Id.parse("RPC.CTP.7"));
        rig.settle(server, client);
        Rig.assertSameBooks(client, server);

        client.close();
        Wait.until("the session is over", () -> Rig.rows(Rig.service(server), "sessions").isEmpty());
        server.close();
        assertThat(files()).isZero();
    }

    @Test
    void aRestartedServiceIsFoundAgain() {
        MainEngine server = server();
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        client.subscribe(new SubscribeRequest("RPC", RB));
        for (int i = 0; i < 3; i++) {
            Rig.stop(server);
            Wait.until("it is missed in words", () -> client.gatewayStatus("RPC").map(GatewayStatus::detail)
                    .filter(("no server at " + address() + ": there is no such file; start the server, or check the"
                            + " path")::equals).isPresent());
            String order = "o" + i;
            Rig.fake(server, "CTP").publish(Samples.order("CTP", order, Status.NOTTRADED, 0));
            start(server);
            recorder.await(Order.class, any -> any.id().local().equals("CTP." + order));
            Rig.awaitLive(client);
        }
        rig.settle(server, client);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void aSessionThatTheServerEndsIsToldWhy() {
        MainEngine server = server();
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        Rig.disconnectAll(server);
        recorder.await(GatewayStatus.class,
                status -> status.detail().contains("disconnected by the server's operator"));
        Rig.awaitLive(client);
    }

    @Test
    void comingAndGoingLeavesNoThreadAndNoSocket() {
        Wait.until(() -> "no threads of tests before: " + Footprint.threads(), Duration.ofSeconds(20),
                () -> Footprint.threads().isEmpty());
        long sockets = Footprint.sockets();
        try (Rig own = new Rig()) {
            MainEngine server = server();
            for (int i = 0; i < 20; i++) {
                MainEngine client = own.client(server);
                client.close();
            }
            server.close();
        }
        Wait.until(() -> "threads end: " + Footprint.threads(), Duration.ofSeconds(20),
                () -> Footprint.threads().isEmpty());
        Wait.until(() -> "sockets were " + sockets + ", are " + Footprint.sockets(), Duration.ofSeconds(20),
                () -> Footprint.sockets() <= sockets);
    }

    @Test
    void aClientListensOnNothing() throws IOException {
        List<String> before = Footprint.listening();
        MainEngine tcp = rig.server("CTP");
        List<String> withServer = Footprint.listening();
        assertThat(withServer).as("the server's port").hasSize(before.size() + 1);
        MainEngine unix = server();
        for (MainEngine server : List.of(tcp, unix)) {
            MainEngine client = rig.client(server);
            Rig.awaitState(client, "RPC", GatewayState.LIVE);
        }
        assertThat(Footprint.listening()).isEqualTo(withServer);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Footprint.listening()).as("the test sees port " + socket.getLocalPort())
                    .hasSize(withServer.size() + 1);
        }
    }
}

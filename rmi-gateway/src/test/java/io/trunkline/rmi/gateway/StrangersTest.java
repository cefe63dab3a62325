package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.RpcService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client says of addresses where no service of its kind is. */
@Timeout(60)
class StrangersTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void assertDetail(String address, String part, String... settings) {
        MainEngine client = rig.engine();
        Rig.connect(client, address, settings);
        Wait.until(() -> "detail with '" + part + "': " + client.gatewayStatus("RPC"), SOON, () -> client
                .gatewayStatus("RPC").filter(status -> status.detail().contains(part)).isPresent());
        GatewayStatus status = client.gatewayStatus("RPC").orElseThrow();
        assertThat(status.state()).isEqualTo(GatewayState.CONNECTING);
        assertThat(status.detail()).contains(address).doesNotContain("\n", "Exception");
    }

    @Test
    void aServerThatRefusesTheVersionIsQuoted() throws Exception {
        try (FakeService old = new FakeService()) {
            old.onOpen = request -> new OpenReply.Refused(new Refusal("version",
                    "the client speaks protocol version " + request.version() + ", the server version 7"));

            assertDetail(old.address(), "the client speaks protocol version " + Protocol.VERSION
                    + ", the server version 7");

            Wait.until("it goes on trying", () -> old.opens.get() >= 3);
        }
    }

    @Test
    void aClientOfAnotherVersionIsRefusedWithBothVersions() throws Exception {
        MainEngine server = rig.server("CTP");
        try (RemoteCaller caller = new RemoteCaller(new Address.Tcp("127.0.0.1", Rig.port(server)), SOON, SOON)) {
            String name = Arrays.stream(caller.listNames()).filter(each -> each
                    .contains(":")).findFirst().orElseThrow();
            RpcService service = caller.proxy(RpcService.class,
                    HexFormat.of().parseHex(name.substring(name.indexOf(':') + 1)));
            OpenRequest request = new OpenRequest(99, "old", new byte[22], new byte[EventStream.SECRET_LENGTH], false,
                    Epoch.NONE, 0, new byte[OpenRequest.INSTANCE_LENGTH], 0, "", OpenRequest.NEVER);

            OpenReply reply = OpenReply.decode(service.open(request.encode()));

            assertThat(((OpenReply.Refused) reply).refusal().rule()).isEqualTo("version");
            assertThat(((OpenReply.Refused) reply).refusal().message()).contains("version 99", "version "
                    + Protocol.VERSION);
        }
        assertThat(Rig.figure(Rig.service(server), "service", "clients refused")).isEqualTo(1L);
    }

    @Test
    void aFullServerIsQuoted() {
        MainEngine server = rig.engine();
        server.addApp("RpcService");
        Rig.start(server, 0, "sessions=1");
        rig.client(server);

        assertDetail(Rig.address(server), "the limit is 1");
    }

    @Test
    void aRegistryWithoutAServiceIsNamedSo() throws Exception {
        ServerSocket[] listening = new ServerSocket[1];
        Registry registry = LocateRegistry.createRegistry(0, null, port -> listening[0] =
                new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        try {
            assertDetail("127.0.0.1:" + listening[0].getLocalPort(), "has no Trunkline service");
        } finally {
            UnicastRemoteObject.unexportObject(registry, true);
            listening[0].close();
        }
    }

    @Test
    void aPortThatSpeaksSomethingElseIsNamedSo() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(web));
            answering.setDaemon(true);
            answering.start();

            assertDetail("127.0.0.1:" + web.getLocalPort(), "is no Trunkline service");
        }
    }

    private static void answer(ServerSocket web) {
        while (!web.isClosed()) {
            try (Socket socket = web.accept(); OutputStream out = socket.getOutputStream()) {
                out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                socket.getInputStream().readNBytes(7);
            } catch (IOException e) {
                // the client closed first, or the test is over
            }
        }
    }

    @Test
    void aSilentPortIsNamedSoWithinTheTimeForConnecting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertDetail("127.0.0.1:" + silent.getLocalPort(), "within 500 ms", "connect=500ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"address=", "address=1.2.3.4:0", "address=[nonsense]:80", "address=a:b:c", "address=unix:",
            "heartbeat=1ms", "heartbeat=5s timeout=5s", "timeout=1h", "connect=1ms", "ticks=some",
            "colour=red", "name=01234567890123456789012345678901234567890123456789012345678901234"})
    void settingsThatCannotBeUsedAreRefusedByName(String pairs) {
        MainEngine client = rig.engine();
        client.addGateway("RPC");
        Map<String, String> settings = new HashMap<>();
        for (String pair : pairs.split(" ")) {
            settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        String last = pairs.substring(pairs.lastIndexOf(' ') + 1);

        assertThatThrownBy(() -> client.connect("RPC", settings)).isInstanceOfSatisfying(SettingException.class,
                e -> assertThat(e.key()).isEqualTo(last.substring(0, last.indexOf('='))));
        assertThat(client.gateway("RPC").orElseThrow().status().state()).isEqualTo(GatewayState.DOWN);
    }

    @Test
    void aBlankNameIsTheProcesssAndThePortMayBeLeftOut() {
        MainEngine client = rig.engine();
        client.addGateway("RPC");

        LinkSettings settings = LinkSettings.of(client.settingsOf("RPC", Map.of("name", "  ", "address", "[::1]")));

        assertThat(settings.clientName()).isEqualTo("client-" + ProcessHandle.current().pid());
        assertThat(settings.server().toString()).isEqualTo("[::1]:" + Protocol.DEFAULT_PORT);
        assertThat(settings.patience()).isEqualTo(settings.readCap().multipliedBy(2));
    }
}

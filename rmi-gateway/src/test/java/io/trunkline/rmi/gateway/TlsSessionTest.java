package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.plugin.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions over TLS, at another address than the usual one of this machine. */
@Timeout(60)
class TlsSessionTest {

    @TempDir
    static Path folder;

    private static Path keys;
    private static Path alice;
    private static Path clients;

    private final Rig rig = new Rig();

    @BeforeAll
    static void certify() throws IOException {
        TestAuthority authority = new TestAuthority("authority");
        keys = authority.identity(folder, new TestAuthority.Wish("server").server("127.0.0.2"));
        alice = authority.identity(folder, new TestAuthority.Wish("alice").client());
        clients = Files.writeString(folder.resolve("clients"), "alice.role=trader\n");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private MainEngine server(String gateway) {
        MainEngine server = rig.engine();
        server.addGateway(new FakeGateway.Provider(gateway), gateway);
        server.connect(gateway, Map.of());
        server.addApp("RpcService");
        Rig.start(server, 0, "bind=127.0.0.2", "tls=on", "keys=" + keys, "clients=" + clients);
        return server;
    }

    private MainEngine client(MainEngine server) {
        return rig.client(server, "tls=on", "identity=" + alice);
    }

    @Test
    void aSessionCrossesWithItsStreamAnOrderAndAReconnect() throws IOException {
        MainEngine server = server("CTP");
        MainEngine client = client(server);
        assertThat(Rig.sessions(server).get(0).get(2)).isEqualTo("alice (127.0.0.1)");

        Outcome outcome = client.sendOrder(Samples.buy("RPC.CTP", Samples.RB));
        assertThat(outcome.isAccepted()).isTrue();
        rig.settle(server, client);
        Rig.assertSameBooks(client, server);

        long connects = Rig.count(client, "connects");
        Rig.disconnectAll(server);
        Wait.until("it comes again", () -> Rig.count(client, "connects") > connects);
        Rig.awaitLive(client);
        rig.settle(server, client);
        Rig.assertSameBooks(client, server);
        Rig.awaitSign(client, "equal");
    }

    @Test
    void aRelayPassesOnOverTls() {
        MainEngine server = server("CTP");
        MainEngine relay = client(server);
        relay.addApp("RpcService");
        Rig.start(relay, 0, "bind=127.0.0.2", "tls=on", "keys=" + keys, "clients=" + clients);
        MainEngine client = client(relay);

        assertThat(client.sendOrder(Samples.buy("RPC.RPC.CTP", Samples.RB)).isAccepted()).isTrue();
        rig.settle(server, relay, client);
        Rig.assertSameBooks(client, relay);
    }

    @ParameterizedTest
    @CsvSource({"tls=off,TLS only", "tls=on identity=none,there is no file"})
    void whatIsMissingIsSaid(String settings, String part) {
        MainEngine server = server("CTP");
        MainEngine client = rig.engine();
        if (settings.contains("none")) {
            assertThatThrownBy(() -> Rig.connect(client, Rig.address(server), settings.split(" ")))
                    .isInstanceOf(SettingException.class).hasMessageContaining(part);
            assertThat(client.gateway("RPC").orElseThrow().status().state()).isEqualTo(GatewayState.DOWN);
            return;
        }
        Rig.connect(client, Rig.address(server), settings);
        awaitDetail(client, part);
    }

    private static void awaitDetail(MainEngine client, String part) {
        Wait.until(() -> part + " in " + client.gatewayStatus("RPC"), Wait.PATIENCE,
                () -> client.gatewayStatus("RPC").map(GatewayStatus::detail).filter(text -> text.contains(part))
                        .isPresent());
    }

    @Test
    void anIdentityMayBeInAFolderWithAComma() throws IOException {
        Path comma = Files.copy(alice, Files.createDirectory(folder.resolve("desk,two")).resolve("alice.p12"));
        MainEngine server = server("CTP");
        rig.client(server, "tls=on", "identity=" + comma);
        assertThat(Rig.sessions(server)).hasSize(1);
    }

    @Test
    void aPlainServerIsNamedSo() {
        MainEngine client = rig.engine();
        Rig.connect(client, Rig.address(rig.server("CTP")), "tls=on", "identity=" + alice);
        awaitDetail(client, "tls=off");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,auto,false", "localhost,auto,false", "[::1],auto,false", "127.0.0.1,on,true",
        "10.1.2.3,auto,true", "exchange.invalid,auto,true", "10.1.2.3,off,false", "unix:/tmp/x.sock,auto,false"})
    void anIdentityInTheHomeIsUsedTowardsOtherMachines(String address, String tls, boolean isOn) throws IOException {
        Path home = Files.createTempDirectory(folder, "home");
        MainEngine client = rig.engine();
        client.addGateway("RPC");
        LinkSettings settings = LinkSettings.of(client.settingsOf("RPC", Map.of("address", address, "tls", tls)));
        assertThat(settings.toString()).doesNotContain("trunkline,");
        if (tls.equals("on")) {
            assertThatThrownBy(() -> settings.tls(Optional.of(home))).hasMessageContaining(home.toString());
        } else {
            assertThat(settings.tls(Optional.of(home))).isEmpty();
        }
        Files.createDirectories(home.resolve("keys"));
        Files.copy(alice, home.resolve("keys/identity.p12"));
        assertThat(settings.tls(Optional.of(home)).isPresent()).isEqualTo(isOn);
    }
}

package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayStatus;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees whose certificate is revoked, or whose name is removed, while it is connected over TLS. */
@Timeout(60)
class RevokedTest {

    @TempDir
    private Path home;

    private final Rig rig = new Rig();
    private final List<String> details = new CopyOnWriteArrayList<>();
    private final TestAuthority authority = new TestAuthority("authority");
    private Path alice;
    private Path clients;
    private MainEngine server;
    private MainEngine client;

    @BeforeEach
    void connect() throws Exception {
        Path keys = authority.identity(home, new TestAuthority.Wish("server").server("127.0.0.2"));
        alice = authority.identity(home, new TestAuthority.Wish("alice").client());
        clients = Files.writeString(home.resolve("clients"), "alice.role=trader\nbob.role=trader\n");
        server = rig.engine(Rig.OPTIONS.withHome(home));
        server.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        server.connect("CTP", Map.of());
        server.addApp("RpcService");
        Rig.start(server, 0, "bind=127.0.0.2", "tls=on", "keys=" + keys, "clients=" + clients);
        client = rig.engine();
        client.events().on(GatewayStatus.class, status -> details.add(status.detail()));
        Rig.connect(client, Rig.address(server), "tls=on", "identity=" + alice, "name=mallory");
        Rig.awaitLive(client);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String fingerprint() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(alice)) {
            store.load(in, "trunkline".toCharArray());
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(store.getCertificate("identity").getEncoded()));
    }

    private void awaitTold(String part) {
        Wait.until(() -> part + " in " + details, Wait.PATIENCE,
                () -> details.stream().anyMatch(line -> line.contains(part)));
    }

    private void awaitRefused(String part) {
        Wait.until(() -> part + " in " + client.gatewayStatus("RPC"), Wait.PATIENCE, () -> client.gatewayStatus("RPC")
                .map(GatewayStatus::detail).filter(text -> text.contains(part)).isPresent());
        assertThat(Rig.sessions(server)).isEmpty();
    }

    private List<List<String>> audit() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("audit"))) {
            return Files.readAllLines(files.findFirst().orElseThrow()).stream()
                    .map(line -> List.of(line.split("\t"))).toList();
        }
    }

    @Test
    void aRevokedCertificateEndsTheSessionAndIsRefusedFromThenOn() throws Exception {
        Files.writeString(home.resolve("revoked"), "alice " + fingerprint() + " 2026-11-26\n");

        awaitTold("revoked: the certificate of alice");
        awaitRefused("the certificate of alice was revoked");
        assertThat(audit()).anyMatch(words -> words.get(1).equals("alice") && words.get(3).equals("logged out")
                && words.get(4).contains("revoked: the certificate"));
        assertThat(audit()).filteredOn(words -> words.get(3).equals("denied")).isNotEmpty()
                .allMatch(words -> words.get(1).equals("alice") && words.get(4).contains("revoked"));
    }

    @Test
    void aRevokedClientComesBackAsSoonAsItsFileIsAnother() throws Exception {
        Files.writeString(home.resolve("revoked"), "alice " + fingerprint() + " 2026-11-26\n");
        awaitRefused("the certificate of alice was revoked");

        Files.move(authority.identity(home, new TestAuthority.Wish("alice").client()), alice,
                StandardCopyOption.REPLACE_EXISTING);

        Rig.awaitLive(client);
        assertThat(Rig.sessions(server)).hasSize(1);
    }

    @Test
    void aClientThatIsRemovedIsToldSoAndIsRefusedFromThenOn() throws Exception {
        Files.writeString(clients, "bob.role=trader\n");

        awaitTold("revoked: alice is not a client any more");
        awaitRefused("alice is no client of this server any more");
        assertThat(audit()).anyMatch(words -> words.get(3).equals("logged out")
                && words.get(4).contains("revoked: alice"));
    }
}

package io.trunkline.rmi.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS. */
class TlsStreamCallTest extends StreamCallTest {

    @TempDir
    private static Path folder;

    private static Tls server;
    private static Tls client;

    @BeforeAll
    static void certify() {
        TestAuthority authority = new TestAuthority("authority");
        server = Tls.ofServer(List.of(authority.identity(folder, new TestAuthority.Wish("server")
                .server("127.0.0.1"))), Tls.DEFAULT_PASSWORD);
        client = Tls.ofClient(List.of(authority.identity(folder, new TestAuthority.Wish("client").client())),
                Tls.DEFAULT_PASSWORD);
    }

    @Override
    Optional<Tls> serverTls() {
        return Optional.of(server);
    }

    @Override
    Optional<Tls> clientTls() {
        return Optional.of(client);
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who gets through to remote objects behind TLS, and to whose a client talks. Each attack is first seen to work against
 * TLS that believes everybody.
 */
@Timeout(60)
class TlsAttackTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static TestAuthority stranger;
    private static Path server;
    private static Path alice;

    private byte[] id; // of the object behind TLS
    private final AtomicInteger calls = new AtomicInteger();
    private final RpcService object = request -> {
        calls.incrementAndGet();
        return request;
    };

    @BeforeAll
    static void certify() {
        authority = new TestAuthority("authority");
        stranger = new TestAuthority("authority"); // by name the same
        server = authority.identity(folder, new TestAuthority.Wish("server").server("127.0.0.1"));
        alice = authority.identity(folder, new TestAuthority.Wish("alice").client());
    }

    private enum Attack {
        NO_CERTIFICATE("TLSv1.3", "shows no certificate"),
        WRONG_AUTHORITY("TLSv1.3", "authority that is not trusted"),
        EXPIRED("TLSv1.3", "not valid at this time"),
        WRONG_USAGE("TLSv1.3", "not for this side"),
        NOBODY("TLSv1.3", "names nobody"),
        OLD_VERSION("TLSv1.2", "offers no TLS 1.3");

        private final String version;
        private final String reason;

        Attack(String version, String reason) {
            this.version = version;
            this.reason = reason;
        }

        Path identity() {
            TestAuthority.Wish wish = new TestAuthority.Wish("mallory").client();
            return switch (this) {
                case NO_CERTIFICATE -> null;
                case WRONG_AUTHORITY -> stranger.identity(folder, wish);
                case EXPIRED -> authority.identity(folder, wish.expired());
                case WRONG_USAGE -> authority.identity(folder, new TestAuthority.Wish("mallory").server("127.0.0.1"));
                case NOBODY -> authority.identity(folder, new TestAuthority.Wish("").client());
                case OLD_VERSION -> authority.identity(folder, wish);
            };
        }

        /** Makes a call, whatever may come of it. */
        void run(int port, byte[] id) throws Exception {
            call(new NaiveTls(identity()).connect(port, version), id);
        }
    }

    private static void call(Socket socket, byte[] id) throws Exception {
        try (CallConnection connection = new CallConnection(socket, 20_000, 20_000)) {
            connection.call(Jrmp.call(id, RpcService.class.getMethod("open", byte[].class)), new byte[1]);
        } catch (IOException e) {
            return; // what became of it is judged by its effect
        }
    }

    private Exports serve() throws RemoteException {
        Exports exports = new Exports(Exports.LIMITS, Exports.LOOPBACK,
                Optional.of(Tls.ofServer(List.of(server), Tls.DEFAULT_PASSWORD)));
        id = exports.export(object, Filters.forService());
        return exports;
    }

    private static RemoteCaller caller(int port, String host, Path identity) {
        return new RemoteCaller(new Address.Tcp(host, port),
                Optional.of(Tls.ofClient(List.of(identity), Tls.DEFAULT_PASSWORD)), LONG, LONG);
    }

    private void assertServesAlice(Exports exports) throws RemoteException {
        int before = calls.get();
        try (RemoteCaller caller = caller(exports.number(), "127.0.0.1", alice)) {
            caller.proxy(RpcService.class, id).open(new byte[1]);
        }
        assertThat(calls).hasValue(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatDoesNotProveWhoItIsReachesNothing(Attack attack) throws Exception {
        try (NaiveTls.Server naive = new NaiveTls(server).serve(object)) {
            attack.run(naive.number(), naive.id());
            assertThat(calls).hasValue(1);
        }
        try (Exports exports = serve(); LogLines log = new LogLines()) {
            attack.run(exports.number(), id);

            Waiting.until(() -> exports.port().connections() == 0);
            assertThat(calls).hasValue(1);
            assertThat(exports.port().turnedAway()).isEqualTo(1);
            assertThat(log.text().lines()).singleElement().asString().contains("127.0.0.1", attack.reason);
            assertServesAlice(exports);
        }
    }

    @Test
    void plainTextReachesNothingAndIsToldThatThisIsTls() throws Exception {
        try (Exports naive = new Exports(Exports.LIMITS)) {
            byte[] open = naive.export(object, null);
            call(new Socket(InetAddress.getLoopbackAddress(), naive.number()), open);
            assertThat(calls).hasValue(1);
        }
        try (Exports exports = serve(); LogLines log = new LogLines();
                RemoteCaller plain = exports.caller(LONG);
                Tunnel tunnel = exports.port().expect(TunnelRig.SECRET).orElseThrow();
                Socket reverse = new Socket(InetAddress.getLoopbackAddress(), exports.number())) {
            reverse.getOutputStream().write(Tunnels.preamble(TunnelRig.SECRET));

            assertThatThrownBy(() -> plain.proxy(RpcService.class, id).open(new byte[1]))
                    .hasMessageContaining("TLS only").hasMessageContaining("tls=on");
            Waiting.until(() -> exports.port().turnedAway() == 2);
            assertThatThrownBy(() -> tunnel.next(50)).isInstanceOf(IOException.class);
            assertThat(calls).hasValue(1);
            assertThat(log.text().lines()).singleElement().asString().contains("127.0.0.1", "speaks no TLS");
            assertServesAlice(exports);
        }
    }

    @ParameterizedTest
    @CsvSource({"authority,authority that is not trusted", "name,another host", "expired,not valid at this time",
        "usage,not for this side"})
    void aClientTellsNothingToAServerThatDoesNotProveWhoItIs(String fault, String reason) throws Exception {
        TestAuthority.Wish wish = new TestAuthority.Wish("server").server("127.0.0.1");
        Path identity = switch (fault) {
            case "authority" -> stranger.identity(folder, wish);
            case "expired" -> authority.identity(folder, wish.expired());
            case "usage" -> authority.identity(folder, new TestAuthority.Wish("server").client());
            default -> authority.identity(folder, new TestAuthority.Wish("server").server("127.0.0.2"));
        };
        try (NaiveTls.Server malicious = new NaiveTls(identity).serve(object)) {
            call(new NaiveTls(alice).connect(malicious.number(), "TLSv1.3"), malicious.id());
            assertThat(calls).hasValue(1);

            try (RemoteCaller caller = caller(malicious.number(), "127.0.0.1", alice)) {
                assertThatThrownBy(() -> caller.proxy(RpcService.class, malicious.id()).open(new byte[1]))
                        .hasMessageContaining("127.0.0.1:" + malicious.number()).hasMessageContaining(reason);
            }
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsNamedSo() throws Exception {
        try (Exports plain = new Exports(Exports.LIMITS);
                FakePeer web = new FakePeer((in, out) -> out.write("HTTP/1.1 400".getBytes()))) {
            id = plain.export(object, Filters.forService());
            for (int port : new int[] {plain.number(), web.number()}) {
                try (RemoteCaller caller = caller(port, "127.0.0.1", alice)) {
                    assertThatThrownBy(() -> caller.proxy(RpcService.class, id).open(new byte[1]))
                            .hasMessageContaining("no TLS").hasMessageContaining("tls=off");
                }
            }
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void aClientWhoseCertificateIsRefusedIsToldSo() throws Exception {
        try (Exports exports = serve(); LogLines log = new LogLines();
                RemoteCaller caller = caller(exports.number(), "127.0.0.1",
                        stranger.forged(folder, new TestAuthority.Wish("mallory").client(), authority))) {
            assertThatThrownBy(() -> caller.proxy(RpcService.class, id).open(new byte[1]))
                    .hasMessageContaining("certificate").hasMessageContaining("its log says why");
            Waiting.until(() -> log.text().contains("CN=mallory"));
        }
    }

    @Test
    void aNameInACertificateCannotForgeLinesOfTheLog() throws Exception {
        String name = "eve\r\n[main] ERROR \u001b[2J\u202e";
        try (Exports exports = serve(); LogLines log = new LogLines()) {
            call(new NaiveTls(stranger.identity(folder, new TestAuthority.Wish(name).client()))
                    .connect(exports.number(), "TLSv1.3"), id);
            Waiting.until(() -> exports.port().turnedAway() == 1);
            Waiting.until(() -> log.text().contains("eve"));
            assertThat(log.text().lines()).hasSize(1);
            assertThat(log.text()).doesNotContain("\u001b", "\u202e", "\r");
        }
    }

    @Test
    void whoAsksForNewKeysWithoutEndIsEnded() throws Exception {
        try (NaiveTls.Server naive = new NaiveTls(server).serve(object)) {
            assertThat(askForNewKeys(naive.number(), 600)).isTrue();
        }
        try (Exports exports = serve()) {
            assertThat(askForNewKeys(exports.number(), 100)).isTrue();
            assertThat(askForNewKeys(exports.number(), 600)).isFalse();
            assertServesAlice(exports);
        }
    }

    /** Asks for new keys so often, without reading, and then whether the other side is there. */
    private static boolean askForNewKeys(int port, int times) throws Exception {
        try (SSLSocket socket = (SSLSocket) new NaiveTls(alice).connect(port, "TLSv1.3")) {
            socket.getOutputStream().write(Stranger.greeting());
            socket.getInputStream().read();
            for (int i = 0; i < times; i++) socket.startHandshake(); // asks, once there is TLS
            socket.getOutputStream().write(0x52); // a ping
            int heard = 0;
            while (heard != 0x53 && heard >= 0) heard = socket.getInputStream().read();
            return heard >= 0;
        } catch (SSLException | SocketException e) {
            return false;
        }
    }
}

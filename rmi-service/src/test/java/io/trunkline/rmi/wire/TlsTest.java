package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Remote calls over TLS. */
@Timeout(60)
class TlsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static Tls server;
    private static Tls alice;

    @BeforeAll
    static void certify() {
        authority = new TestAuthority("authority");
        server = Tls.ofServer(List.of(authority.identity(folder, new TestAuthority.Wish("server")
                .server("127.0.0.1"))), Tls.DEFAULT_PASSWORD);
        alice = clientOf("alice");
    }

    private static Tls clientOf(String name) {
        return Tls.ofClient(List.of(authority.identity(folder, new TestAuthority.Wish(name).client())),
                Tls.DEFAULT_PASSWORD);
    }

    private byte[] id; // of an echo

    private Exports serve(Duration header, Duration idle) throws RemoteException {
        Exports exports = new Exports(new PortLimits(64, 64, header, idle, LONG, 100 << 20), Exports.LOOPBACK,
                Optional.of(server));
        id = exports.export(Servant.echo(), Filters.forService());
        return exports;
    }

    private static RemoteCaller caller(int port, Tls tls) {
        return new RemoteCaller(new Address.Tcp("127.0.0.1", port), Optional.of(tls), LONG, LONG);
    }

    /** What the other side of a bare connection sees. */
    private static void awaitEnd(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) continue;
        } catch (IOException e) {
            return; // a reset is an end as well
        }
    }

    private static Socket dial(Exports exports) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), exports.number());
        socket.setSoTimeout(20_000);
        return socket;
    }

    @Test
    void whoCallsIsKnownByTheCertificate() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        try (Exports exports = serve(LONG, LONG)) {
            byte[] other = exports.export(new Servant(request -> {
                seen.set(Caller.peer() + " is " + Caller.principal().orElseThrow());
                return request;
            }), Filters.forService());
            for (String name : List.of("alice", "a\\b, CN=root")) {
                try (RemoteCaller caller = caller(exports.number(), clientOf(name))) {
                    caller.proxy(RpcService.class, other).open(new byte[1]);
                }
                assertThat(seen).hasValue(name + " (127.0.0.1) is " + name);
            }
            try (RemoteCaller caller = caller(exports.number(), clientOf("a\nb"))) {
                assertThatThrownBy(() -> caller.proxy(RpcService.class, other).open(new byte[1]))
                        .as("a name that steers a terminal is none").isInstanceOf(IOException.class);
            }
            assertThat(exports.port().turnedAway()).isEqualTo(1);
        }
        assertThat(Caller.principal()).isEmpty();
    }

    @Test
    void aConnectionIsUsedAgainAndLongAnswersCross() throws Exception {
        try (Exports exports = serve(LONG, LONG); RemoteCaller caller = caller(exports.number(), alice)) {
            RpcService service = caller.proxy(RpcService.class, id);
            for (int length : new int[] {1, 16_383, 16_384, 16_385, 1_000_000, 3}) {
                assertThat(service.open(new byte[length])).hasSize(length + 4);
                TimeUnit.MILLISECONDS.sleep(25); // so that it is looked whether the connection still stands
            }
            assertThat(exports.port().connections()).isEqualTo(1);
            exports.port().disconnect();
            Waiting.until(() -> exports.port().connections() == 0);
            TimeUnit.MILLISECONDS.sleep(25);
            assertThat(service.open(new byte[1])).hasSize(5); // on another, for the first is seen to have ended
        }
    }

    @Test
    void aHandshakeThatDoesNotBeginOrTricklesIsBoundedAsAWhole() throws Exception {
        try (Exports exports = serve(SHORT, LONG); Socket silent = dial(exports); Socket trickling = dial(exports)) {
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> awaitEnd(trickling));
            byte[] start = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC, 3, 3};
            long begin = System.nanoTime();
            int sent = 0;
            for (; sent < 200 && !ended.isDone(); sent++) trickle(trickling, sent < start.length ? start[sent] : 0);
            ended.get(20, TimeUnit.SECONDS);
            assertThat(sent).isLessThan(200); // each byte comes well within the time, all together do not
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(SHORT.toNanos() / 2);
            awaitEnd(silent);
            Waiting.until(() -> exports.port().connections() == 0);
            assertThat(exports.port().turnedAway()).isEqualTo(2);
        }
    }

    private static void trickle(Socket socket, int value) throws InterruptedException {
        try {
            socket.getOutputStream().write(value);
        } catch (IOException e) {
            return; // it has ended
        }
        TimeUnit.MILLISECONDS.sleep(20);
    }

    @Test
    void aRecordThatTricklesIsBoundedAsAWhole() throws Exception {
        try (Exports exports = serve(LONG, SHORT); Trickle line = new Trickle(exports.number());
                CallConnection connection = new CallConnection(connect(line.number()), 20_000, 20_000)) {
            assertThat(exports.port().connections()).isEqualTo(1);
            line.slow();
            connection.write(new byte[4_000]); // which takes 40 s to arrive

            Waiting.until(() -> exports.port().connections() == 0);
        }
    }

    private static TlsSocket connect(int port) throws IOException {
        try (TcpDialer dialer = new TcpDialer(new Address.Tcp("127.0.0.1", port), Optional.of(alice))) {
            TlsSocket socket = (TlsSocket) dialer.next(20_000);
            socket.handshake(20_000);
            return socket;
        }
    }

    @Test
    void handshakesHoldUpNobodyElse() throws Exception {
        try (Exports exports = serve(LONG, LONG); RemoteCaller caller = caller(exports.number(), alice);
                Socket one = dial(exports); Socket two = dial(exports)) {
            one.getOutputStream().write(22);
            two.getOutputStream().write(22);
            Waiting.until(() -> exports.port().connections() == 2);

            assertThat(caller.proxy(RpcService.class, id).open(new byte[1])).hasSize(5);
        }
    }

    @Test
    void closingEndsAHandshakeThatHangs() throws Exception {
        try (FakePeer silent = new FakePeer((in, out) -> in.readNBytes(1 << 20))) {
            RemoteCaller caller = caller(silent.number(), alice);
            CompletableFuture<String[]> call = CompletableFuture.supplyAsync(() -> {
                try {
                    return caller.listNames();
                } catch (RemoteException e) {
                    return new String[] {"ended"};
                }
            });
            Waiting.until(() -> silent.accepted() == 1);
            caller.close();
            assertThat(call.get(10, TimeUnit.SECONDS)).containsExactly("ended");
        }
    }

    @Test
    void aPeerThatTakesNothingIsCutOff() throws Exception {
        try (Exports exports = serve(LONG, LONG)) {
            byte[] other = exports.export(new Servant(request -> new byte[64 << 20]), Filters.forService());
            try (CallConnection connection = new CallConnection(connect(exports.number()), 20_000, 20_000)) {
                connection.begin(Jrmp.call(other, RpcService.class.getMethod("open", byte[].class)),
                        Argument.of(new byte[1]));
                Waiting.until(() -> exports.port().closeBlocked(System.nanoTime(), 50_000_000) == 1);
                Waiting.until(() -> exports.port().connections() == 0);
            }
        }
    }

    @Test
    void theKeysOfALongConnectionAreRenewedWhileBothSidesWrite() throws Exception {
        Path limits = Files.writeString(folder.resolve("limits.properties"),
                "jdk.tls.keyLimits=AES/GCM/NoPadding KeyUpdate 2^18, ChaCha20-Poly1305 KeyUpdate 2^18\n");
        ChildJvm.Result result = ChildJvm.run(List.of("-Djava.security.properties=" + limits,
                "-Djavax.net.debug=ssl:handshake"), TlsKeyRenewal.class, folder.toString());

        assertThat(result.output()).contains("KeyUpdate").endsWith("equal" + System.lineSeparator());
    }
}

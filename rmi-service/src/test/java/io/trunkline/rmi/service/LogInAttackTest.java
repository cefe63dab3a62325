package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.DayRoll;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.NaiveTls;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Stranger;
import io.trunkline.rmi.wire.TestAuthority;
import io.trunkline.rmi.wire.Tls;
import io.trunkline.rmi.wire.WireException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.RemoteObject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls without a token, as another user of the same machine could make them; guessed tokens; sessions of others, and
 * sessions that are over.
 */
@Timeout(60)
class LogInAttackTest {

    @TempDir
    private Path folder;

    private final AtomicInteger orders = new AtomicInteger(); // that a naive session took
    private final RpcSession naiveSession = (RpcSession) Proxy.newProxyInstance(RpcSession.class.getClassLoader(),
            new Class<?>[] {RpcSession.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "hashCode" -> 1;
                case "equals" -> proxy == arguments[0];
                case "toString" -> "a naive session";
                case "sendOrder" -> new byte[] {(byte) orders.incrementAndGet()};
                default -> new byte[0];
            });

    private static byte[] order(byte[] sessionId) throws IOException {
        return Stranger.join(Stranger.greeting(), Stranger.call(sessionId, method("sendOrder"),
                Messages.encode(Served.BUY)));
    }

    private static Method method(String name) throws IOException {
        try {
            return RpcSession.class.getMethod(name, byte[].class);
        } catch (NoSuchMethodException e) {
            throw new IOException(e);
        }
    }

    private static TestClient open(Served served, String token) throws IOException {
        return open(served.app.status(), token);
    }

    private static TestClient open(String address, String token) throws IOException {
        return TestClient.open(address, new TestClient.Manners("x", false, Protocol.VERSION, null, token));
    }

    private Served served(String... clients) throws IOException {
        return Served.startIn(folder, "clients", TokensFile.write(folder, clients));
    }

    @Test
    void whoHasNoTokenGetsNoSession() throws Exception {
        try (Served naive = Served.start(); TestClient stranger = open(naive, "")) {
            assertThat(stranger.session().sendOrder(Messages.encode(Served.BUY))).isNotEmpty();
            assertThat(naive.gateway.asked).hasSize(1);
        }
        try (Served served = served("tom role=trader"); TestClient stranger = open(served, "");
                TestClient liar = open(served, TokensFile.tokenOf("tim"))) {
            assertThat(List.of(stranger.refusedBy(), liar.refusedBy())).containsOnly("log-in");
            assertThat(served.sessions()).isZero();
            try (TestClient tom = open(served, TokensFile.tokenOf("tom"))) {
                assertThat(tom.refusedBy()).isEmpty();
            }
        }
    }

    /** Calls all objects that the registry names, and their neighbours. */
    private static void orderOfEverybody(int port) throws IOException {
        String[] names;
        try (RemoteCaller caller = new RemoteCaller(new Address.Tcp("127.0.0.1", port), TestClient.LONG,
                TestClient.LONG)) {
            names = caller.listNames();
        }
        for (String name : names) {
            if (!name.contains(":")) continue;
            byte[] known = HexFormat.of().parseHex(name.substring(name.indexOf(':') + 1));
            for (int at = 0; at < known.length; at++) {
                for (int more = -1; more <= 1; more++) {
                    byte[] id = known.clone();
                    id[at] += (byte) more;
                    Stranger.hearBare(port, order(id));
                }
            }
        }
    }

    @Test
    void aSessionIsReachedOnlyByWhomItWasGiven() throws Exception {
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export(naiveSession);
            naive.registry().bind("session:" + HexFormat.of().formatHex(id), naiveSession);
            orderOfEverybody(naive.number());
            assertThat(orders.get()).isPositive();
        }
        try (Served served = served("tom role=trader"); TestClient tom = open(served, TokensFile.tokenOf("tom"))) {
            orderOfEverybody(served.port());
            assertThat(served.gateway.asked).isEmpty();
            Stranger.hearBare(served.port(), order(tom.opened().sessionId()));
            assertThat(served.gateway.asked).as("its own").hasSize(1);
        }
    }

    @Test
    void aSessionIsGoneOnceItIsClosed() throws Exception {
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export(naiveSession);
            Stranger.hear(naive.number(), Stranger.call(id, method("close"), new byte[0]));
            Stranger.hearBare(naive.number(), order(id));
            assertThat(orders).hasValue(1);
        }
        Path clients = Path.of(TokensFile.write(folder, "tom role=trader"));
        try (Served served = new Served(); RunningService service = run(served, clients);
                TestClient tom = open(service.address(), TokensFile.tokenOf("tom"))) {
            int port = service.port().number();
            byte[] id = tom.opened().sessionId();
            Remote servant = service.sessions().list().get(0).servant();
            Stranger.hearBare(port, order(id));
            assertThat(served.gateway.asked).hasSize(1);
            assertThat(RemoteObject.toStub(servant)).isNotNull();
            tom.session().close(new byte[0]);
            Stranger.hearBare(port, order(id));
            try (TestClient again = open(service.address(), TokensFile.tokenOf("tom"))) {
                Stranger.hearBare(port, order(id));
                assertThat(again.opened().sessionId()).isNotEqualTo(id);
            }
            assertThat(served.gateway.asked).hasSize(1);
            assertThatThrownBy(() -> RemoteObject.toStub(servant)).as("no call gets to it")
                    .isInstanceOf(NoSuchObjectException.class);
        }
    }

    private static RunningService run(Served served, Path clients) {
        served.gateway.publish(Served.contract(Served.RB));
        Settings settings = Settings.parse(ServiceSettings.DESCRIPTORS, Map.of("port", "0", "timeout", "1m"));
        return new RunningService(served.engine, ServiceSettings.of(settings, Optional.empty()),
                new AccessSettings(Optional.of(clients), Optional.empty(), DayRoll.DEFAULT, List.of()), List::of);
    }

    @Test
    void aSessionIsOfNoUseFromAnotherAddress() throws Exception {
        InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export(naiveSession);
            try (Socket socket = Stranger.connect(naive.number(), elsewhere)) {
                Stranger.hear(socket, order(id));
            }
            assertThat(orders).hasValue(1);
        }
        try (Served served = served("tom role=trader"); TestClient tom = open(served, TokensFile.tokenOf("tom"))) {
            byte[] id = tom.opened().sessionId();
            try (Socket socket = Stranger.connect(served.port(), elsewhere)) {
                Stranger.hear(socket, order(id));
            }
            assertThat(served.gateway.asked).isEmpty();
            Stranger.hearBare(served.port(), order(id));
            assertThat(served.gateway.asked).hasSize(1);
        }
    }

    @Test
    void withTlsASessionIsItsClientsFromEveryAddressAndNobodyElses() throws Exception {
        TestAuthority authority = new TestAuthority("authority");
        Path server = authority.identity(folder, new TestAuthority.Wish("server").server("127.0.0.1"));
        Path alice = authority.identity(folder, new TestAuthority.Wish("alice").client());
        Path bob = authority.identity(folder, new TestAuthority.Wish("bob").client());
        InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
        try (NaiveTls.Server naive = new NaiveTls(server).serve(naiveSession);
                Socket socket = new NaiveTls(bob).connect(naive.number(), "TLSv1.3", elsewhere)) {
            Stranger.hear(socket, order(naive.id()));
            assertThat(orders).hasValue(1);
        }
        Path clients = Files.writeString(folder.resolve("certified"), "alice.role=trader\nbob.role=trader\n");
        try (Served served = Served.start("tls", "on", "keys", server.toString(), "clients", clients.toString());
                RemoteCaller caller = new RemoteCaller(Address.parse(served.app.status(), 0),
                        Optional.of(Tls.ofClient(List.of(alice), Tls.DEFAULT_PASSWORD)), TestClient.LONG,
                        TestClient.LONG)) {
            byte[] request = new OpenRequest(Protocol.VERSION, "x", new byte[22], new byte[16], false, Epoch.NONE, 0,
                    new byte[16], 0, "", OpenRequest.NEVER).encode();
            byte[] id = ((OpenReply.Opened) OpenReply.decode(TestClient.service(caller).open(request))).sessionId();
            for (InetAddress from : List.of(InetAddress.getLoopbackAddress(), elsewhere)) {
                try (Socket socket = new NaiveTls(bob).connect(served.port(), "TLSv1.3", from)) {
                    Stranger.hear(socket, order(id));
                }
            }
            assertThat(served.gateway.asked).isEmpty();
            try (Socket socket = new NaiveTls(alice).connect(served.port(), "TLSv1.3", elsewhere)) {
                Stranger.hear(socket, order(id));
            }
            assertThat(served.gateway.asked).hasSize(1);
        }
    }

    /** Tries six tokens that are wrong and then the one that is right; answers whether that brought a session. */
    private static boolean guess(RpcService service, String right) throws IOException {
        boolean isIn = false;
        for (String token : Stream.concat(Stream.of("00", "01", "02", "03", "04", "05"), Stream.of(right)).toList()) {
            byte[] reply = service.open(new OpenRequest(Protocol.VERSION, "x", new byte[22], new byte[16], false,
                    Epoch.NONE, 0, new byte[16], 0, token, OpenRequest.NEVER).encode());
            isIn |= OpenReply.decode(reply) instanceof OpenReply.Opened;
        }
        return isIn;
    }

    private static byte[] naiveOpen(byte[] request, String token) throws RemoteException {
        try {
            OpenReply refused = new OpenReply.Refused(new Refusal("log-in", "no"));
            OpenReply opened = new OpenReply.Opened(new byte[22], Epoch.NONE, 1, false, 0, 0);
            return (OpenRequest.decode(request).token().equals(token) ? opened : refused).encode();
        } catch (WireException e) {
            throw new RemoteException("bad", e);
        }
    }

    @Test
    void whoGuessesTokensIsHeldUpAndNoneIsWrittenDown() throws Exception {
        String right = TokensFile.tokenOf("tom");
        RpcService unthrottled = request -> naiveOpen(request, right);
        assertThat(guess(unthrottled, right)).isTrue();

        try (Served served = served("tom role=trader"); RemoteCaller caller = new RemoteCaller(
                Address.parse(served.app.status(), 0), TestClient.LONG, TestClient.LONG)) {
            assertThat(guess(TestClient.service(caller), right)).isFalse();
            assertThat(served.sessions()).isZero();
        }
        String audit;
        try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
            audit = Files.readString(files.findFirst().orElseThrow());
        }
        assertThat(audit).contains("denied").doesNotContain(right);
        assertThat(audit.lines()).as("who nobody proved to be").allMatch(line -> line.split("\t")[1].equals("?x"));
        assertThat(Arrays.asList(audit.split("\n"))).hasSize(7);
    }
}

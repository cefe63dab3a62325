package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteCallerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final byte[] NO_ID = new byte[22];

    private static RemoteCaller caller(int port, Duration readCap) {
        return new RemoteCaller(new Address.Tcp("127.0.0.1", port), Duration.ofSeconds(10), readCap);
    }

    @Test
    void callsOfEveryMethodReachAnObjectThatThePlatformExported() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(Servant.echo(), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                RpcSession session = caller.proxy(RpcSession.class, id);
                byte[] x = {'x'};
                assertThat(Arrays.asList(session.subscribe(x), session.unsubscribe(x), session.sendOrder(x),
                        session.cancelOrder(x), session.sendQuote(x), session.cancelQuote(x), session.queryHistory(x),
                        session.queryAccounts(x), session.queryPositions(x), session.outcome(x), session.lookUp(x),
                        session.beat(x), session.close(x), caller.proxy(RpcService.class, id).open(x)))
                        .extracting(String::new)
                        .containsExactly("subscribex", "unsubscribex", "sendOrderx", "cancelOrderx", "sendQuotex",
                                "cancelQuotex", "queryHistoryx", "queryAccountsx", "queryPositionsx", "outcomex",
                                        "lookUpx",
                                "beatx", "closex", "openx");
            }
        }
    }

    @Test
    void aProxyCanBePrintedAndComparedWithoutACall() {
        try (RemoteCaller caller = new RemoteCaller(new Address.Tcp("localhost", 1), LONG, LONG)) {
            RpcService proxy = caller.proxy(RpcService.class, new byte[22]);

            assertThat(proxy).hasToString("RpcService at localhost:1").isEqualTo(proxy)
                    .isNotEqualTo(caller.proxy(RpcService.class, new byte[22])).hasSameHashCodeAs(proxy);
        }
    }

    @Test
    void argumentsAndResultsOfAnyLengthCross() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> request.length == 0 ? new byte[5 << 20] : request),
                    Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                RpcService service = caller.proxy(RpcService.class, id);
                for (int length : new int[] {1, 255, 65_535, 65_536, Protocol.MAX_REQUEST}) {
                    assertThat(service.open(new byte[length])).hasSize(length + 4);
                }
                assertThat(service.open(new byte[0])).hasSize((5 << 20) + 4);
            }
        }
    }

    @Test
    void oneConnectionServesCallsOneAfterTheOther() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(Servant.echo(), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                RpcService service = caller.proxy(RpcService.class, id);
                for (int i = 0; i < 50; i++) service.open(new byte[i]);
                assertThat(exports.port().connections()).isEqualTo(1);
            }
            Waiting.until(() -> exports.port().connections() == 0);
        }
    }

    @Test
    void callsAtTheSameTimeUseAConnectionEach() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> {
                both.countDown();
                Waiting.await(both);
                return request;
            }), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                RpcService service = caller.proxy(RpcService.class, id);
                CompletableFuture<byte[]> other = CompletableFuture.supplyAsync(() -> open(service));
                assertThat(open(service)).isEqualTo(other.get(20, TimeUnit.SECONDS));
            }
        }
    }

    private static byte[] open(RpcService service) {
        try {
            return service.open(new byte[1]);
        } catch (RemoteException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theNamesInAPlatformsRegistryAreListed() throws Exception {
        Port port = new Port(Exports.LOOPBACK, Exports.LIMITS);
        Registry registry = LocateRegistry.createRegistry(0, null, port);
        try (RemoteCaller caller = caller(port.number(), LONG)) {
            assertThat(caller.listNames()).isEmpty();
            registry.bind("名字", registry);
            registry.bind("b", registry);
            assertThat(caller.listNames()).containsExactlyInAnyOrder("名字", "b");
        } finally {
            UnicastRemoteObject.unexportObject(registry, true);
            port.close();
        }
    }

    @Test
    void anUnknownObjectAndAnExceptionAreTheEndOfTheSession() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> {
                throw new IllegalStateException("x");
            }), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                for (byte[] each : new byte[][] {NO_ID, id}) {
                    assertThatThrownBy(() -> caller.proxy(RpcService.class, each).open(new byte[1]))
                            .isInstanceOf(NoSuchObjectException.class);
                }
            }
        }
    }

    @Test
    void nothingThatListensAndAnUnknownHostAreToldApart() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (RemoteCaller caller = caller(free, LONG)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(ConnectIOException.class)
                    .hasMessageStartingWith("no server at 127.0.0.1:" + free);
        }
        try (RemoteCaller caller = new RemoteCaller(new Address.Tcp("no such host", 1), LONG, LONG)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(ConnectIOException.class)
                    .hasMessageStartingWith("unknown host: no such host");
        }
        try (RemoteCaller six = new RemoteCaller(new Address.Tcp("::1", 7), LONG, LONG)) {
            assertThat(six).hasToString("[::1]:7");
        }
    }

    @Test
    void closingEndsCallsUnderWayAndRefusesNewOnes() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> {
                reached.countDown();
                Waiting.await(end);
                return request;
            }), Filters.forService());
            RemoteCaller caller = exports.caller(LONG);
            RpcService service = caller.proxy(RpcService.class, id);
            CompletableFuture<byte[]> call = CompletableFuture.supplyAsync(() -> open(service));
            Waiting.await(reached);

            caller.close();

            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SocketException.class);
            assertThatThrownBy(() -> service.open(new byte[1])).isInstanceOf(ConnectException.class);
            end.countDown();
            caller.close();
        }
    }

    @Test
    void aBrokenConnectionIsNotUsedAgain() throws Exception {
        try (FakePeer peer = FakePeer.answering(new byte[] {0}); RemoteCaller caller = caller(peer.number(), LONG)) {
            for (int i = 1; i <= 3; i++) {
                assertThatThrownBy(caller::listNames).isInstanceOf(UnmarshalException.class);
                assertThat(peer.accepted()).isEqualTo(i);
            }
        }
    }

    @Test
    void aWriteThatNobodyTakesIsSeenFromOutsideAndEndedByClosing() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (FakePeer deaf = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            Waiting.await(never);
        })) {
            RemoteCaller caller = caller(deaf.number(), LONG);
            RpcService service = caller.proxy(RpcService.class, NO_ID);
            CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
                try {
                    service.open(new byte[64 << 20]);
                } catch (RemoteException e) {
                    throw new IllegalStateException(e);
                }
            });
            Waiting.until(() -> caller.blockedWriteNanos(System.nanoTime()) > 50_000_000);
            caller.close();
            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(caller.blockedWriteNanos(System.nanoTime())).isZero();
            never.countDown();
        }
    }
}

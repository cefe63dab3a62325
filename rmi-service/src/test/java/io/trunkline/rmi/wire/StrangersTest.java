package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a port bears connections of peers that do not log in. Time is moved by hand. */
@Timeout(60)
class StrangersTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long FIVE_SECONDS = Duration.ofSeconds(5).toNanos();

    private final Exports exports = new Exports(new PortLimits(4, 3, LONG, LONG, Duration.ofSeconds(5), 1 << 21));
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private byte[] id;

    @BeforeEach
    void export() throws Exception {
        id = exports.export(new Servant(request -> {
            if (request[0] == 'k') Caller.connection().keep();
            if (request[0] == 'h') hold();
            return request;
        }), Filters.forService());
    }

    private void hold() {
        Caller.connection().hold();
        entered.countDown();
        Waiting.await(mayGo);
        Caller.connection().release();
    }

    @AfterEach
    void close() {
        exports.close();
    }

    private int endAfter(long nanos) {
        return exports.port().endStrangers(System.nanoTime() + nanos);
    }

    @Test
    void whoGreetsOrCallsAndDoesNotLogInIsEndedAfterTheTime() throws Exception {
        try (Socket silent = new Socket("127.0.0.1", exports.number()); RemoteCaller caller = exports.caller(LONG)) {
            caller.proxy(RpcService.class, id).open(new byte[] {'x'});
            Waiting.until(() -> exports.port().connections() == 2);

            assertThat(endAfter(0)).isZero();
            assertThat(endAfter(FIVE_SECONDS)).isEqualTo(2);
            assertThat(exports.port().connections()).isZero();
            assertThat(exports.port().turnedAway()).isEqualTo(2);
            assertThat(silent.getInputStream().read()).isNegative();
        }
    }

    @Test
    void whoHasLoggedInStays() throws Exception {
        try (RemoteCaller caller = exports.caller(LONG)) {
            caller.proxy(RpcService.class, id).open(new byte[] {'k'});

            assertThat(endAfter(10 * FIVE_SECONDS)).isZero();
            caller.proxy(RpcService.class, id).open(new byte[] {'x'});
            assertThat(exports.port().connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionForCallsToAClientStays() throws Exception {
        byte[] secret = TunnelRig.SECRET;
        try (Tunnel tunnel = exports.port().expect(secret).orElseThrow();
                Socket socket = new Socket("127.0.0.1", exports.number())) {
            socket.getOutputStream().write(Tunnels.preamble(secret));
            try (Socket handedOver = tunnel.next(20_000)) {
                assertThat(endAfter(10 * FIVE_SECONDS)).isZero();
                assertThat(handedOver.isClosed()).isFalse();
            }
        }
    }

    @Test
    void whoIsBeingLoggedInHasTimeAndAfterwardsTheWholeTimeAgain() throws Exception {
        try (RemoteCaller caller = exports.caller(LONG)) {
            CompletableFuture<byte[]> call = CompletableFuture.supplyAsync(() -> {
                try {
                    return caller.proxy(RpcService.class, id).open(new byte[] {'h'});
                } catch (RemoteException e) {
                    throw new IllegalStateException(e);
                }
            });
            Waiting.await(entered);
            assertThat(endAfter(10 * FIVE_SECONDS)).isZero();
            long before = System.nanoTime();
            mayGo.countDown();
            assertThat(call.get(20, TimeUnit.SECONDS)).hasSize(5);

            assertThat(exports.port().endStrangers(before + FIVE_SECONDS)).isZero();
            assertThat(endAfter(FIVE_SECONDS)).isEqualTo(1);
        }
    }

    private static void awaitEnd(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isNegative();
        } catch (SocketException e) {
            return; // a reset is an end as well
        }
    }

    private Socket connect(String from, int connections) throws IOException {
        Socket socket = Stranger.connect(exports.number(), InetAddress.getByName(from));
        Waiting.until(() -> exports.port().connections() == connections);
        return socket;
    }

    @Test
    void aNewcomerTakesThePlaceOfTheOldestStrangerOfItsAddressAndOfNobodyWhoHasLoggedIn() throws Exception {
        try (RemoteCaller known = exports.caller(LONG); Socket elsewhere = connect("127.0.0.2", 1)) {
            known.proxy(RpcService.class, id).open(new byte[] {'k'});
            try (Socket oldest = connect("127.0.0.1", 3); Socket younger = connect("127.0.0.1", 4);
                    RemoteCaller newcomer = exports.caller(LONG)) {
                newcomer.proxy(RpcService.class, id).open(new byte[] {'k'});
                awaitEnd(oldest);
                try (Socket next = connect("127.0.0.1", 4); Socket last = connect("127.0.0.1", 4)) {
                    awaitEnd(younger);
                    awaitEnd(next);
                    Waiting.until(() -> exports.port().connections() == 4);
                    assertThat(exports.port().turnedAway()).isEqualTo(3);
                    known.proxy(RpcService.class, id).open(new byte[] {'x'});
                    newcomer.proxy(RpcService.class, id).open(new byte[] {'x'});
                    assertThat(List.of(elsewhere, last)).allMatch(StrangersTest::isHeld);
                }
            }
        }
    }

    @Test
    void whereAllPlacesAreTakenTheOldestStrangerOfAllMakesRoom() throws Exception {
        try (Socket oldest = connect("127.0.0.2", 1); Socket second = connect("127.0.0.3", 2);
                Socket third = connect("127.0.0.2", 3); Socket fourth = connect("127.0.0.3", 4);
                RemoteCaller newcomer = exports.caller(LONG)) {
            newcomer.proxy(RpcService.class, id).open(new byte[] {'k'});
            awaitEnd(oldest);
            assertThat(List.of(second, third, fourth)).allMatch(StrangersTest::isHeld);
        }
    }

    /** Whether the other side holds a connection: it says nothing to one that has not greeted. */
    private static boolean isHeld(Socket socket) {
        try {
            socket.setSoTimeout(20);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

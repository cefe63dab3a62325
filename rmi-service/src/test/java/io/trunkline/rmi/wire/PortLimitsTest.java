package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a port bears from its peers. */
@Timeout(60)
class PortLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(150);

    private static PortLimits limits(int connections, int perPeer, Duration header, Duration idle, long bytes) {
        return new PortLimits(connections, perPeer, header, idle, LONG, bytes);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Waits for the other side to end the connection, whatever it says before. */
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) continue;
        } catch (SocketException e) {
            // a reset is an end as well
        }
    }

    @Test
    void halfAGreetingIsBearableForAShortTimeOnly() throws Exception {
        try (Exports exports = new Exports(limits(8, 8, SHORT, LONG, 1000))) {
            exports.export(Servant.echo(), Filters.forService());
            try (Socket silent = connect(exports.number()); Socket half = connect(exports.number())) {
                half.getOutputStream().write(Jrmp.GREETING, 0, 5);
                awaitEnd(silent);
                awaitEnd(half);
            }
            Waiting.until(() -> exports.port().connections() == 0);
        }
    }

    @Test
    void aGreetingDrippedByteByByteIsBoundedAsAWhole() throws Exception {
        Duration deadline = Duration.ofMillis(400);
        try (Exports exports = new Exports(limits(8, 8, deadline, LONG, 1000))) {
            exports.export(Servant.echo(), Filters.forService());
            try (Socket dripping = connect(exports.number())) {
                long start = System.nanoTime();
                CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> {
                    try {
                        awaitEnd(dripping);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
                int sent = 0;
                while (!ended.isDone() && sent < 6) {
                    dripping.getOutputStream().write(Jrmp.GREETING[sent++]);
                    try {
                        ended.get(150, TimeUnit.MILLISECONDS);
                    } catch (TimeoutException e) {
                        continue; // each byte comes well within the deadline, all together do not
                    }
                }
                ended.get(20, TimeUnit.SECONDS);
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(deadline.toNanos() / 2);
            }
        }
    }

    @Test
    void idlingAfterTheGreetingIsBearableForTheIdleTimeOnly() throws Exception {
        try (Exports exports = new Exports(limits(8, 8, LONG, SHORT, 1000))) {
            exports.export(Servant.echo(), Filters.forService());
            try (Socket idle = connect(exports.number())) {
                idle.getOutputStream().write(Jrmp.GREETING);
                idle.getOutputStream().write(Jrmp.OWN_END);
                awaitEnd(idle);
            }
            Waiting.until(() -> exports.port().connections() == 0);
        }
    }

    @Test
    void aRequestAboveTheLimitIsCutOffAndManySmallOnesAreNot() throws Exception {
        try (Exports exports = new Exports(limits(8, 8, LONG, LONG, 10_000))) {
            byte[] id = exports.export(Servant.echo(), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                RpcService service = caller.proxy(RpcService.class, id);
                for (int i = 0; i < 20; i++) assertThat(service.open(new byte[5_000])).hasSize(5_004);
                assertThatThrownBy(() -> service.open(new byte[20_000])).isInstanceOf(RemoteException.class);
                assertThat(service.open(new byte[5_000])).hasSize(5_004);
            }
        }
    }

    @Test
    void aTextThatIsTooLongIsCutOff() throws Exception {
        try (Exports exports = new Exports(limits(8, 8, LONG, LONG, 10_000))) {
            byte[] id = exports.export(Servant.echo(), Filters.forService());
            try (CallConnection connection = new CallConnection(connect(exports.number()), 10_000, 20_000)) {
                assertThatThrownBy(() -> {
                    connection.begin(Jrmp.call(id, RpcService.class.getMethod("open", byte[].class)),
                            Argument.of("x".repeat(60_000)));
                    connection.expectNormalReturn();
                }).isInstanceOfAny(EOFException.class, SocketException.class, NoSuchObjectException.class);
            }
        }
    }

    @Test
    void connectionsAboveTheLimitAreTurnedAwayUntilOthersEnd() throws Exception {
        for (PortLimits each : List.of(limits(3, 99, LONG, LONG, 1000), limits(99, 3, LONG, LONG, 1000))) {
            try (Exports exports = new Exports(each)) {
                byte[] id = exports.export(new Servant(request -> {
                    Caller.connection().keep();
                    return request;
                }), Filters.forService());
                List<RemoteCaller> held = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    held.add(exports.caller(LONG));
                    held.get(i).proxy(RpcService.class, id).open(new byte[0]);
                }
                try (Socket fourth = connect(exports.number())) {
                    awaitEnd(fourth);
                }
                assertThat(exports.port().turnedAway()).isEqualTo(1);
                assertThat(exports.port().connections()).isEqualTo(3);

                held.forEach(RemoteCaller::close);
                Waiting.until(() -> exports.port().connections() == 0);
                try (RemoteCaller caller = exports.caller(LONG)) {
                    assertThat(caller.proxy(RpcService.class, id).open(new byte[0])).hasSize(4);
                }
            }
        }
    }

    @Test
    void aPeerThatTakesNothingIsCutOff() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> new byte[64 << 20]), Filters.forService());
            try (Socket socket = connect(exports.number())) {
                socket.getOutputStream().write(Jrmp.GREETING);
                socket.getOutputStream().write(Jrmp.OWN_END);
                socket.getOutputStream().write(Jrmp.call(id, RpcService.class.getMethod("open", byte[].class)));
                socket.getOutputStream().write(Argument.of(new byte[0]));
                Waiting.until(() -> exports.port().closeBlocked(System.nanoTime(), 50_000_000) == 1);
                Waiting.until(() -> exports.port().connections() == 0);
            }
        }
    }
}

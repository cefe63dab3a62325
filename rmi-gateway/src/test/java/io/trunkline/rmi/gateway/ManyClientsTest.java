package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients at once; gateways without engines, so that there is room for them. */
@Timeout(180)
class ManyClientsTest {

    private static final int CLIENTS = Length.of(50, 200);
    private static final int THREADS_OF_A_CLIENT = 4; // connector, pulse, and what accepts and what reads its stream
    private static final int THREADS_OF_A_SESSION = 2; // its sender and what carries out its requests
    private static final int OTHERS = 12;
    private static final Duration DOWN = Duration.ofMillis(1500);

    private final Rig rig = new Rig();
    private final List<RmiGateway> gateways = new ArrayList<>();

    @AfterEach
    void close() {
        gateways.parallelStream().forEach(RmiGateway::close);
        rig.close();
    }

    private void connect(String address, int count) {
        for (int i = 0; i < count; i++) {
            RmiGateway gateway = new RmiGateway(
                    GatewayContext.of("RPC", new RecordingSink(), InstantSource.system()));
            gateways.add(gateway);
            gateway.connect(Settings.parse(LinkSettings.DESCRIPTORS,
                    Map.of("address", address, "name", "one of many " + i)));
        }
    }

    private long live() {
        return gateways.stream().filter(gateway -> gateway.status().state() == GatewayState.LIVE).count();
    }

    private static long senders() {
        return Footprint.threads().stream().filter(name -> name.startsWith("rpc-session-")).count();
    }

    @Test
    void allThatConnectAtOnceAreServedByTwoThreadsEach() {
        MainEngine server = rig.server("CTP");
        long start = System.nanoTime();

        connect(Rig.address(server), CLIENTS);

        Wait.until(() -> live() + " are live", Wait.PATIENCE, () -> live() == CLIENTS);
        System.out.printf("fault 20: %d clients live after %.2f s%n", CLIENTS, (System.nanoTime() - start) / 1e9);
        assertThat(senders()).isEqualTo(CLIENTS);
        int most = CLIENTS * (THREADS_OF_A_CLIENT + THREADS_OF_A_SESSION) + OTHERS;
        Wait.until(() -> Footprint.threads().size() + " threads, at most " + most + ": " + Footprint.threads(),
                Wait.PATIENCE, () -> Footprint.threads().size() <= most);
        assertThat(gateways).allMatch(gateway -> gateway.status().state() == GatewayState.LIVE);
    }

    @Test
    void thoseBeyondTheLimitAreToldSoAndComeInWhenOthersLeave() {
        MainEngine server = rig.engine();
        server.addApp("RpcService");
        int limit = CLIENTS / 2;
        Rig.start(server, 0, "sessions=" + limit);

        connect(Rig.address(server), CLIENTS);

        Wait.until(() -> live() + " are live", Wait.PATIENCE, () -> live() == limit);
        Wait.until(() -> "the others know why", Wait.PATIENCE, () -> gateways.stream()
                .filter(gateway -> gateway.status().state() == GatewayState.CONNECTING)
                .filter(gateway -> gateway.status().detail().contains("the limit is " + limit)).count()
                == CLIENTS - limit);
        List<RmiGateway> inside = gateways.stream().filter(gateway -> gateway.status().state() == GatewayState.LIVE)
                .toList();
        inside.parallelStream().forEach(RmiGateway::close);
        Wait.until(() -> live() + " are live", Wait.PATIENCE, () -> live() == CLIENTS - limit);
    }

    @Test
    void allComeBackAfterARestartAndTryAtTheirLeisureMeanwhile() throws Exception {
        MainEngine server = rig.server("CTP");
        connect(Rig.address(server), CLIENTS);
        Wait.until(() -> live() + " are live", Wait.PATIENCE, () -> live() == CLIENTS);
        int port = Rig.port(server);
        long stop = System.nanoTime();
        Rig.stop(server);
        AtomicInteger attempts = new AtomicInteger();
        double down;
        try (ServerSocket none = listen(port)) {
            Thread counting = new Thread(() -> countAndClose(none, attempts));
            counting.setDaemon(true);
            counting.start();
            Wait.until("all try several times", () -> attempts.get() > CLIENTS * 4
                    && System.nanoTime() - stop > DOWN.toNanos());
            down = (System.nanoTime() - stop) / 1e9;
        }
        assertThat(attempts.get()).as("in %s s", down).isLessThanOrEqualTo(mostAttempts(down));
        long start = System.nanoTime();

        Rig.start(server, port);

        Duration back = Wait.until(() -> live() + " are live", Duration.ofSeconds(30), () -> live() == CLIENTS);
        System.out.printf("fault 21: %d clients back after %.2f s, %d attempts in %.1f s%n", CLIENTS,
                (System.nanoTime() - start) / 1e9, attempts.get(), down);
        assertThat(back).isLessThan(Duration.ofSeconds(30));
        assertThat(senders()).isEqualTo(CLIENTS);
    }

    /** Tries again: a client that connects at this very moment may hold the port for an instant itself. */
    private static ServerSocket listen(int port) {
        ServerSocket[] bound = new ServerSocket[1];
        Wait.until("the port is free", () -> {
            try {
                bound[0] = new ServerSocket(port, 512, InetAddress.getLoopbackAddress());
                return true;
            } catch (BindException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return bound[0];
    }

    /** With pauses of at least a tenth of 100 ms that double each time up to 2 s. */
    private static int mostAttempts(double seconds) {
        int first = 6; // until the pauses are as long as they get
        return (int) (CLIENTS * (first + seconds / 0.2));
    }

    private static void countAndClose(ServerSocket none, AtomicInteger attempts) {
        while (!none.isClosed()) {
            try {
                none.accept().close();
                attempts.incrementAndGet();
            } catch (SocketException e) {
                return; // the test goes on
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}

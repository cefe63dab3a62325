package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What strangers, slow ones and bad servers make of connections for calls to a client. */
@Timeout(60)
class TunnelAttackTest extends TunnelRig {

    @Test
    void anUnknownSecretIsTurnedAwayAndHarmsNobody() throws Exception {
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            try (Socket thief = dial()) {
                thief.getOutputStream().write(Tunnels.preamble(WRONG));
                awaitEnd(thief);
            }
            Waiting.until(() -> server.port().connections() == 0);
            assertThat(server.port().turnedAway()).isEqualTo(1);
            toServer.openReverse(client, SECRET);
            caller.callOnClosed(id, "x");
            assertThat(reasons).hasSize(1);
        }
    }

    @Test
    void moreConnectionsThanASessionNeedsAreTurnedAway() throws Exception {
        Tunnel tunnel = server.port().expect(SECRET).orElseThrow();
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sockets.add(dial());
            sockets.get(i).getOutputStream().write(Tunnels.preamble(SECRET));
        }
        Waiting.until(() -> server.port().turnedAway() == 3);
        Waiting.until(() -> server.port().connections() == 2);
        tunnel.close();
        for (Socket each : sockets) awaitEnd(each);
        Waiting.until(() -> server.port().connections() == 0);
        for (Socket each : sockets) each.close();
    }

    @Test
    void thoseWhoSayNothingOrHalfOfItHoldUpNobodyAndAreCutOff() throws Exception {
        serve(new PortLimits(64, 64, Duration.ofSeconds(2), LONG, LONG, 1000));
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) slow.add(dial());
        for (int i = 0; i < 5; i++) slow.get(i).getOutputStream().write(Tunnels.preamble(SECRET), 0, i + 1);
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            toServer.openReverse(client, SECRET);
            caller.callOnClosed(id, "x");
            assertServes();
            assertThat(server.port().connections()).isEqualTo(12);
        }
        for (Socket each : slow) awaitEnd(each);
        Waiting.until(() -> server.port().connections() <= 1);
        for (Socket each : slow) each.close();
    }

    @Test
    void theyCountLikeOthersAndAreGivenBack() throws Exception {
        serve(new PortLimits(1, 1, LONG, LONG, LONG, 1000));
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            toServer.openReverse(client, SECRET);
            caller.callOnClosed(id, "x");
            try (Socket second = dial()) {
                awaitEnd(second);
            }
            assertThat(server.port().turnedAway()).isEqualTo(1);
        }
        Waiting.until(() -> server.port().connections() == 0);
        try (Socket next = dial()) {
            Waiting.until(() -> server.port().connections() == 1);
            assertThat(next.isConnected()).isTrue();
        }
    }

    @Test
    void aWriteThatTheClientDoesNotTakeIsSeenAndEndedByClosing() throws Exception {
        RemoteCaller caller = server.callerOf(SECRET);
        Socket deaf = dial();
        deaf.getOutputStream().write(Tunnels.preamble(SECRET));
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
            try {
                StreamCall stream = caller.openStream(id, SECRET);
                ChunkWriter chunk = new ChunkWriter(1 << 20);
                chunk.frames().writeBytes(new byte[1 << 20], 0, 1 << 20);
                chunk.finish(Chunk.Kind.EVENTS, 0, 0, 0);
                while (true) stream.send(chunk);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        deaf.getInputStream().readNBytes(Jrmp.GREETING.length);
        deaf.getOutputStream().write(new byte[] {Jrmp.PROTOCOL_ACK, 0, 0, 0, 0, 0, 0, Jrmp.READY});
        Waiting.until(() -> caller.blockedWriteNanos(System.nanoTime()) > 100_000_000);
        caller.close();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SocketException.class);
        awaitEnd(deaf);
        deaf.close();
    }

    @Test
    void theServerCannotMakeTheClientReadAForeignObject() throws Exception {
        Tunnel tunnel = server.port().expect(SECRET).orElseThrow();
        int before = Canary.SUNG.get();
        byte[] head = Jrmp.call(id, RemoteMethods.ON_CLOSED);
        for (Object foreign : List.of(new Canary(), new Object[] {new Canary()}, "text")) {
            toServer.openReverse(client, SECRET);
            try (CallConnection connection = new CallConnection(awaitNext(tunnel), 10_000, 20_000)) {
                connection.begin(head, Argument.of(foreign));
                assertThatThrownBy(connection::expectNormalReturn).isInstanceOf(IOException.class);
            }
        }
        assertThat(Canary.SUNG.get()).isEqualTo(before);
        assertThat(reasons).isEmpty();
        tunnel.close();
    }

    private static Socket awaitNext(Tunnel tunnel) {
        List<Socket> next = new ArrayList<>();
        Waiting.until(() -> {
            try {
                return next.add(tunnel.next(1_000));
            } catch (IOException e) {
                return false;
            }
        });
        return next.get(0);
    }
}

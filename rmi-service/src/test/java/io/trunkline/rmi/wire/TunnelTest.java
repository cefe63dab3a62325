package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that clients open for calls to them. */
@Timeout(60)
class TunnelTest extends TunnelRig {

    @Test
    void callsGoToTheClientOnTheConnectionThatItOpened() throws Exception {
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            toServer.openReverse(client, SECRET);
            for (int i = 0; i < 3; i++) caller.callOnClosed(id, "r" + i);
            assertThat(reasons).hasSize(3);
            assertThat(server.port().connections()).isEqualTo(1);
            assertThat(client.connections()).isEqualTo(1);
            assertServes();
        }
        Waiting.until(() -> client.connections() == 0);
        Waiting.until(() -> server.port().connections() == 1);
    }

    @Test
    void aPreambleThatComesByteByByteIsTaken() throws Exception {
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            Socket socket = dial();
            for (byte each : Tunnels.preamble(SECRET)) socket.getOutputStream().write(each);
            client.serve(socket);
            caller.callOnClosed(id, "x");
            assertThat(reasons).hasSize(1);
        }
    }

    @Test
    void aConnectionMoreDoesNoHarmAndIsTakenWhenTheFirstBreaks() throws Exception {
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            EventStream.expect(SECRET, DataInput::readByte);
            toServer.openReverse(client, SECRET);
            StreamCall stream = caller.openStream(id, SECRET);
            toServer.openReverse(client, SECRET);
            Waiting.until(() -> server.port().connections() == 2);
            stream.close();
            Waiting.until(() -> {
                try {
                    caller.callOnClosed(id, "x");
                    return true;
                } catch (RemoteException e) {
                    return false;
                }
            });
            assertThat(reasons).contains("closed");
        } finally {
            EventStream.forget(SECRET);
        }
        Waiting.until(() -> server.port().connections() == 0);
    }

    @Test
    void theyEndWithTheServersPort() throws Exception {
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            toServer.openReverse(client, SECRET);
            caller.callOnClosed(id, "x");
            server.port().disconnect();
            Waiting.until(() -> client.connections() == 0);
            assertThat(server.port().connections()).isZero();
        }
    }

    @Test
    void aSecretStandsForOneAtATime() {
        Tunnel first = server.port().expect(SECRET).orElseThrow();
        assertThat(server.port().expect(SECRET)).isEmpty();
        first.close();
        Tunnel second = server.port().expect(SECRET).orElseThrow();
        first.close();
        assertThat(server.port().expect(SECRET)).as("the end of the first does not end the second").isEmpty();
        second.close();
    }

    @Test
    void aClientThatOpensNoneIsGivenUp() {
        Tunnel tunnel = server.port().expect(SECRET).orElseThrow();
        try (RemoteCaller caller = new RemoteCaller(tunnel, Duration.ofMillis(50), LONG)) {
            assertThatThrownBy(() -> caller.openStream(id, SECRET)).isInstanceOf(ConnectIOException.class)
                    .hasMessageContaining("opened no connection");
        }
    }

    @Test
    void closingEndsTheWaitForAConnection() throws Exception {
        RemoteCaller caller = server.callerOf(SECRET);
        CompletableFuture<StreamCall> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return caller.openStream(id, SECRET);
            } catch (RemoteException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> waiting.get(100, TimeUnit.MILLISECONDS)).isNotNull();
        caller.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SocketException.class);
        assertThatThrownBy(() -> caller.openStream(id, SECRET)).isInstanceOf(ConnectException.class);
    }

    @Test
    void theClientListensOnNothing() throws Exception {
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            toServer.openReverse(client, SECRET);
            caller.callOnClosed(id, "x");
            assertThat(client.createServerSocket(0).isBound()).isFalse();
        }
    }

    @Test
    void aClosedPortServesNothingMore() throws Exception {
        client.close();
        try (RemoteCaller caller = server.callerOf(SECRET)) {
            toServer.openReverse(client, SECRET);
            assertThatThrownBy(() -> caller.callOnClosed(id, "x")).isInstanceOf(RemoteException.class);
        }
        assertThat(client.connections()).isZero();
        assertThatThrownBy(() -> client.createServerSocket(0)).isInstanceOf(SocketException.class);
    }
}

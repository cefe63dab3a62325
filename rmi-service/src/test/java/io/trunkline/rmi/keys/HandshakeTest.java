package io.trunkline.rmi.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two sockets prove to each other who they are with the files as they were made. */
@Timeout(30)
class HandshakeTest {

    @TempDir
    private static Path home;

    @TempDir
    private static Path elsewhere;
    private static KeysRig keys;
    private static KeysRig others;

    @BeforeAll
    static void make() throws Exception {
        keys = new KeysRig(home);
        others = new KeysRig(elsewhere);
        for (KeysRig each : new KeysRig[] {keys, others}) {
            each.now = Instant.now();
            each.run("init");
            each.issue("alice");
        }
    }

    /**
     * Shakes hands at an address; answers the name that the server learnt of the client. A client that refuses throws
     * an SSLException, a server that does an ExecutionException.
     */
    private static String handshake(KeyFile server, KeyFile client, String host) throws Exception {
        CompletableFuture<String> learnt = new CompletableFuture<>();
        try (SSLServerSocket listening = (SSLServerSocket) server.context().getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            listening.setNeedClientAuth(true);
            Thread thread = new Thread(() -> accept(listening, learnt), "server");
            thread.start();
            try (SSLSocket socket = (SSLSocket) client.context().getSocketFactory()
                    .createSocket(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}),
                            listening.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                try {
                    socket.startHandshake();
                } catch (SocketException e) {
                    // the server refused while this side was still writing; it says why below
                }
                return learnt.get(10, TimeUnit.SECONDS); // a server refuses after the client's part is done
            } finally {
                thread.join();
            }
        }
    }

    private static void accept(SSLServerSocket listening, CompletableFuture<String> learnt) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
            learnt.complete(socket.getSession().getPeerPrincipal().getName());
        } catch (IOException e) {
            learnt.completeExceptionally(e);
        }
    }

    @Test
    void serverAndClientKnowEachOther() throws Exception {
        KeyFile server = keys.read("server.p12");
        KeyFile client = keys.read("issued/alice.p12");

        assertThat(handshake(server, client, "localhost")).isEqualTo("CN=alice");
        assertThat(handshake(server, client, "127.0.0.1")).isEqualTo("CN=alice");
    }

    @Test
    void aHostThatTheServersCertificateDoesNotNameIsRefused() {
        assertThatThrownBy(() -> handshake(keys.read("server.p12"), keys.read("issued/alice.p12"), "evil.example"))
                .isInstanceOf(SSLException.class).hasMessageContaining("evil.example");
    }

    @Test
    void aClientOfAnotherAuthorityIsRefusedAndRefuses() throws Exception {
        KeyFile stranger = others.read("issued/alice.p12");

        assertThatThrownBy(() -> handshake(keys.read("server.p12"), stranger, "localhost"))
                .isInstanceOf(SSLException.class);
        stranger.store().setCertificateEntry("authority", keys.read("server.p12").authority());
        assertThatThrownBy(() -> handshake(keys.read("server.p12"), stranger, "localhost"))
                .isInstanceOf(ExecutionException.class).hasCauseInstanceOf(SSLException.class);
    }

    @Test
    void aClientsCertificateIsNoServers() {
        assertThatThrownBy(() -> handshake(keys.read("issued/alice.p12"), keys.read("issued/alice.p12"), "localhost"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("Extended key usage"); // its name would not do either
    }

    @Test
    void aServersCertificateIsNoClients() {
        assertThatThrownBy(() -> handshake(keys.read("server.p12"), keys.read("server.p12"), "localhost"))
                .isInstanceOf(ExecutionException.class).hasCauseInstanceOf(SSLException.class);
    }
}

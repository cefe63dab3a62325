package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port for remote calls over a Unix-domain socket. */
@Timeout(60)
class UnixPortTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String ME = "unix (" + System.getProperty("user.name") + ")";

    @TempDir
    private Path folder;
    private Address.Unix address;

    @BeforeEach
    void choosePath() {
        address = new Address.Unix(folder.resolve("s"));
    }

    @Test
    void callsOfAnyLengthCrossAndKnowTheirPeer() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        try (Exports exports = new Exports(Exports.LIMITS, address)) {
            byte[] id = exports.export(new Servant(request -> {
                seen.set(Caller.peer());
                return request.length == 0 ? new byte[5 << 20] : request;
            }), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                RpcService service = caller.proxy(RpcService.class, id);
                for (int length : new int[] {1, 255, 65_535, 65_536, Protocol.MAX_REQUEST}) {
                    assertThat(service.open(new byte[length])).hasSize(length + 4);
                }
                assertThat(service.open(new byte[0])).hasSize((5 << 20) + 4);
                assertThat(exports.port().connections()).isEqualTo(1);
                assertThat(service).hasToString("RpcService at " + address);
            }
            assertThat(seen.get()).isEqualTo(ME);
            Waiting.until(() -> exports.port().connections() == 0);
        }
        assertThat(address.path()).doesNotExist();
    }

    @Test
    void aSilentServerIsGivenUpAfterTheReadCap() throws Exception {
        try (UnixServerSocket silent = UnixServerSocket.listen(address.path());
                RemoteCaller caller = new RemoteCaller(address, Duration.ofMillis(200), LONG)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(RemoteException.class)
                    .hasMessageContaining("no answer from " + address + " within 200 ms");
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @Test
    void whatIsWrongWithTheFileIsSaid() throws Exception {
        try (RemoteCaller caller = new RemoteCaller(address, LONG, LONG)) {
            assertThatThrownBy(caller::listNames)
                    .hasMessageStartingWith("no server at " + address + ": there is no such file");
            Files.writeString(address.path(), "x");
            assertThatThrownBy(caller::listNames).hasMessageContaining("the file is no socket");
        }
    }

    @Test
    void nobodyMayChangeTheRegistryFromOutside() throws Exception {
        Port port = new Port(address, Exports.LIMITS);
        Registry registry = LocateRegistry.createRegistry(0, null, port);
        try {
            registry.bind("kept", registry);
            Registry stranger = LocateRegistry.getRegistry("127.0.0.1", 1,
                    (host, number) -> new UnixDialer(address).next(10_000));
            assertThat(stranger.list()).containsExactly("kept");
            assertThatThrownBy(() -> stranger.rebind("kept", registry)).isInstanceOf(RemoteException.class);
            assertThatThrownBy(() -> stranger.bind("x", registry)).isInstanceOf(RemoteException.class);
            assertThatThrownBy(() -> stranger.unbind("kept")).isInstanceOf(RemoteException.class);
            assertThat(registry.list()).containsExactly("kept");
        } finally {
            UnicastRemoteObject.unexportObject(registry, true);
            port.close();
        }
    }

    @Test
    void aPathInUseIsRefusedAndCanBeUsedAgainAtOnceAfterwards() throws Exception {
        for (int i = 0; i < 10; i++) {
            try (Exports exports = new Exports(Exports.LIMITS, address);
                    Port other = new Port(address, Exports.LIMITS)) {
                byte[] id = exports.export(Servant.echo(), Filters.forService());
                assertThatThrownBy(() -> other.createServerSocket(0)).isInstanceOf(BindException.class);
                try (RemoteCaller caller = exports.caller(LONG)) {
                    assertThat(caller.proxy(RpcService.class, id).open(new byte[1])).hasSize(5);
                }
            }
        }
    }
}

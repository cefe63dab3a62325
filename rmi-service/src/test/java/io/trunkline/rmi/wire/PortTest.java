package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static boolean listens(int port) {
        try (Socket socket = connect(port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aCallKnowsItsPeer() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> {
                seen.set(Caller.peer());
                return request;
            }), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                caller.proxy(RpcService.class, id).open(new byte[1]);
            }
            assertThat(seen.get()).isEqualTo("127.0.0.1");
            assertThat(Caller.peer()).isNull();
        }
    }

    @Test
    void whatIsToBeDoneAfterTheAnswerDoesNotHoldItUp() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(new Servant(request -> {
                Caller.afterAnswer(() -> {
                    Waiting.await(answered);
                    done.set(true);
                });
                return request;
            }), Filters.forService());
            try (RemoteCaller caller = exports.caller(LONG)) {
                caller.proxy(RpcService.class, id).open(new byte[1]);
                assertThat(done).isFalse();
                answered.countDown();
                Waiting.until(done::get);
            }
        }
    }

    @Test
    void whatIsToBeDoneAfterAnAnswerIsDoneAtOnceWhereNoCallIsCarriedOut() {
        AtomicBoolean done = new AtomicBoolean();
        Caller.afterAnswer(() -> done.set(true));
        assertThat(done).isTrue();
    }

    @Test
    void nobodyOnThisMachineMayChangeTheRegistryFromOutside() throws Exception {
        ServerSocket naive = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Registry plain = LocateRegistry.createRegistry(0, null, port -> naive);
        Port guard = new Port(Exports.LOOPBACK, Exports.LIMITS);
        Registry guarded = LocateRegistry.createRegistry(0, null, guard);
        try (naive) {
            plain.bind("kept", plain);
            guarded.bind("kept", guarded);

            assertThat(RegistryAttacker.attack(naive.getLocalPort())).as("a plain registry")
                    .contains("bind done", "rebind done", "unbind done");
            assertThat(plain.list()).containsExactlyInAnyOrder("bound by a stranger");

            String output = RegistryAttacker.attack(guard.number());
            assertThat(output).contains("bind refused", "rebind refused", "unbind refused", "list [kept]")
                    .doesNotContain("done");
            assertThat(guarded.list()).containsExactly("kept");
        } finally {
            UnicastRemoteObject.unexportObject(plain, true);
            UnicastRemoteObject.unexportObject(guarded, true);
            guard.close();
        }
    }

    @Test
    void ourOwnProcessBindsNames() throws Exception {
        Port port = new Port(Exports.LOOPBACK, Exports.LIMITS);
        Registry registry = LocateRegistry.createRegistry(0, null, port);
        registry.bind("a", registry);
        registry.rebind("a", registry);
        registry.unbind("a");
        assertThat(registry.list()).isEmpty();
        UnicastRemoteObject.unexportObject(registry, true);
        port.close();
    }

    @Test
    void aCallWhoseBytesComeOneAtATimeIsCarriedOut() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(Servant.echo(), Filters.forService());
            try (Socket socket = connect(exports.number())) {
                socket.setTcpNoDelay(true);
                byte[] head = Jrmp.call(id, RpcService.class.getMethod("open", byte[].class));
                for (byte[] part : List.of(Jrmp.GREETING, Jrmp.OWN_END, head, Argument.of(new byte[] {'x'}))) {
                    for (byte each : part) socket.getOutputStream().write(each);
                }
                byte[] answer = socket.getInputStream().readNBytes(7 + Jrmp.NORMAL_RETURN.length);
                assertThat(answer[0]).isEqualTo((byte) Jrmp.PROTOCOL_ACK);
            }
            try (RemoteCaller caller = exports.caller(LONG)) {
                assertThat(new String(caller.proxy(RpcService.class, id).open(new byte[] {'x'}))).isEqualTo("openx");
            }
        }
    }

    @Test
    void aPortThatTheSystemChoseIsClosedWithItsOwner() throws Exception {
        for (int i = 0; i < 50; i++) {
            Exports exports = new Exports(Exports.LIMITS);
            byte[] id = exports.export(Servant.echo(), Filters.forService());
            int number = exports.number();
            try (RemoteCaller caller = exports.caller(LONG)) {
                caller.proxy(RpcService.class, id).open(new byte[1]);
            }
            exports.close();
            Waiting.until(() -> !listens(number)); // the system takes a moment to let go of it
        }
    }

    @Test
    void aPortNumberCanBeUsedAgainAtOnce() throws Exception {
        int number = 0;
        for (int i = 0; i < 10; i++) {
            Port port = new Port(Exports.LOOPBACK, Exports.LIMITS);
            RpcService servant = Servant.echo();
            byte[] id = ObjectIds.of(UnicastRemoteObject.exportObject(servant, number, null, port,
                    Filters.forService()));
            if (number == 0) number = port.number();
            try (RemoteCaller caller = new RemoteCaller(new Address.Tcp("127.0.0.1", number), LONG, LONG)) {
                caller.proxy(RpcService.class, id).open(new byte[1]);
            }
            UnicastRemoteObject.unexportObject(servant, true);
            port.close();
        }
    }

    @Test
    void aPortThatSomebodyElseUsesIsRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Port port = new Port(Exports.LOOPBACK, Exports.LIMITS)) {
            assertThatThrownBy(() -> port.createServerSocket(other.getLocalPort())).isInstanceOf(BindException.class);
            assertThat(port.number()).isEqualTo(-1);
        }
    }

    @Test
    void aClosedPortListensNoMore() throws Exception {
        Port port = new Port(Exports.LOOPBACK, Exports.LIMITS);
        port.close();
        assertThatThrownBy(() -> port.createServerSocket(0)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> UnicastRemoteObject.exportObject(Servant.echo(), 0, null, port))
                .isInstanceOf(RemoteException.class);
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server, and a client's callback that is called on connections which the client opens. */
abstract class TunnelRig {

    static final Duration LONG = Duration.ofSeconds(20);
    static final byte[] SECRET = filled(1);
    static final byte[] WRONG = filled(2);

    final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    final ReversePort client = new ReversePort(LONG);
    final RpcCallback callback = new RpcCallback() {
        @Override
        public void onEvents(EventStream events) {
            reasons.add("events");
        }

        @Override
        public void onClosed(byte[] reason) {
            reasons.add("closed");
        }
    };
    Exports server;
    byte[] echo;
    byte[] id;
    RemoteCaller toServer;

    private static byte[] filled(int value) {
        byte[] bytes = new byte[EventStream.SECRET_LENGTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Where the server listens. */
    Address address() {
        return Exports.LOOPBACK;
    }

    @BeforeEach
    void begin() throws RemoteException {
        id = ObjectIds.of(UnicastRemoteObject.exportObject(callback, 0, null, client, Filters.forCallback()));
        serve(Exports.LIMITS);
    }

    void serve(PortLimits limits) throws RemoteException {
        if (server != null) end();
        server = new Exports(limits, address());
        echo = server.export(Servant.echo(), Filters.forService());
        toServer = server.caller(LONG);
    }

    private void end() {
        toServer.close();
        server.close();
    }

    @AfterEach
    void close() throws RemoteException {
        end();
        UnicastRemoteObject.unexportObject(callback, true);
        client.close();
    }

    /** A bare connection to the server. */
    Socket dial() throws IOException {
        Address address = server.port().address();
        SocketSource source = address instanceof Address.Unix unix ? new UnixDialer(unix)
                : new TcpDialer((Address.Tcp) address, Optional.empty());
        Socket socket = source.next(10_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void awaitEnd(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) continue;
        } catch (SocketException e) {
            // a reset is an end as well
        }
    }

    void assertServes() throws RemoteException {
        assertThat(toServer.proxy(RpcService.class, echo).open(new byte[] {'x'})).hasSize(5);
    }
}

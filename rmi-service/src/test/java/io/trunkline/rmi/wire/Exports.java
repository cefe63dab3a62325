package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.Socket;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Objects exported by the platform's remote method invocation at loopback, as a server or a client would. */
public final class Exports implements AutoCloseable {

    /** Limits that no test reaches by accident. */
    public static final PortLimits LIMITS = new PortLimits(64, 64, Duration.ofSeconds(20), Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            1 << 21);

    /** Any free port of this machine. */
    static final Address LOOPBACK = new Address.Tcp("127.0.0.1", 0);

    private final Port port;
    private final Deque<Remote> objects = new ArrayDeque<>();

    /** Exports on a port of its own. */
    public Exports(PortLimits limits) {
        this(limits, LOOPBACK);
    }

    Exports(PortLimits limits, Address address) {
        this(limits, address, Optional.empty());
    }

    Exports(PortLimits limits, Address address, Optional<Tls> tls) {
        port = new Port(address, limits, tls);
    }

    /** A dialer for the platform's own stubs, which would call the host's name otherwise. */
    static final class Dialer implements RMIClientSocketFactory, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Dialer;
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    /** Exports an object and answers its id. */
    public byte[] export(Remote object, ObjectInputFilter filter) throws RemoteException {
        objects.push(object);
        return ObjectIds.of(UnicastRemoteObject.exportObject(object, 0, null, port, filter));
    }

    /** Exports an object as a tutorial would, without any filter, and answers the platform's stub. */
    <T extends Remote> T exportNaively(T object, Class<T> type) throws RemoteException {
        objects.push(object);
        return type.cast(UnicastRemoteObject.exportObject(object, 0, new Dialer(), port));
    }

    /** The port. */
    public Port port() {
        return port;
    }

    /** The port's number. */
    public int number() {
        return port.number();
    }

    /** A caller of the port. */
    public RemoteCaller caller(Duration readCap) {
        return new RemoteCaller(port.address(), Duration.ofSeconds(10), readCap);
    }

    /** A caller of a client that opens the connections, beginning with a secret. */
    RemoteCaller callerOf(byte[] secret) {
        return new RemoteCaller(port.expect(secret).orElseThrow(), Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        while (!objects.isEmpty()) {
            try {
                UnicastRemoteObject.unexportObject(objects.pop(), true);
            } catch (NoSuchObjectException e) {
                throw new AssertionError(e);
            }
        }
        port.close();
    }
}

package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** Remote objects as a tutorial exports them: at loopback, without limits, filters or secrets. */
public final class NaiveServer implements AutoCloseable {

    /** A method that takes anything. */
    public interface Open extends Remote {

        /** Does nothing. */
        byte[] open(Object any) throws RemoteException;
    }

    /** Counts who comes. */
    private static final class Listening extends ServerSocket {
        private final AtomicInteger accepted = new AtomicInteger();

        Listening() throws IOException {
            super(0, 1_000, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = super.accept();
            accepted.incrementAndGet();
            return socket;
        }
    }

    private final Listening listening = new Listening();
    private final RMIServerSocketFactory factory = port -> listening; // one, so that all is behind one port
    private final Deque<Remote> objects = new ArrayDeque<>();

    /** Listens, once something is exported. */
    public NaiveServer() throws IOException {}

    /** Exports an object and answers the platform's stub. */
    public <T extends Remote> T export(T object, Class<T> type) throws RemoteException {
        objects.push(object);
        return type.cast(UnicastRemoteObject.exportObject(object, 0, new Exports.Dialer(), factory));
    }

    /** Exports an object and answers its id. */
    public byte[] export(Remote object) throws RemoteException {
        return ObjectIds.of(export(object, Remote.class));
    }

    /** Exports an object that lives as long as some client says to use it, and answers its id. */
    public byte[] exportUnheld(Remote object) throws RemoteException {
        return ObjectIds.of(UnicastRemoteObject.exportObject(object, 0, new Exports.Dialer(), factory));
    }

    /** A registry, which anybody on this machine may change. */
    public Registry registry() throws RemoteException {
        Registry registry = LocateRegistry.createRegistry(0, new Exports.Dialer(), factory);
        objects.push(registry);
        return registry;
    }

    /** The port's number. */
    public int number() {
        return listening.getLocalPort();
    }

    /** How many connections came. */
    public int accepted() {
        return listening.accepted.get();
    }

    @Override
    public void close() throws IOException {
        while (!objects.isEmpty()) {
            try {
                UnicastRemoteObject.unexportObject(objects.pop(), true);
            } catch (NoSuchObjectException e) {
                continue; // the test has done it
            }
        }
        listening.close();
    }
}

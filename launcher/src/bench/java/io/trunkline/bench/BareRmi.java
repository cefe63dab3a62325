package io.trunkline.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;

/** A remote method that takes a byte array and gives one back, as the platform does it by itself: the limit for orders. */
final class BareRmi {

    private static final String NAME = "bare";

    private BareRmi() {}

    /** What is called. */
    public interface Echo extends Remote {
        /** Gives back what it gets. */
        byte[] echo(byte[] bytes) throws RemoteException;
    }

    /** Gives back what it gets. */
    private static final class EchoImpl implements Echo {
        @Override
        public byte[] echo(byte[] bytes) {
            return bytes;
        }
    }

    /** The port, on loopback only. */
    private static final class Port implements RMIServerSocketFactory {
        private volatile ServerSocket socket;

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            socket = new ServerSocket(port, 64, InetAddress.getByName("127.0.0.1"));
            return socket;
        }
    }

    /** The serving side. */
    static final class Server implements Closeable {

        private final Port port = new Port();
        private final Registry registry;
        private final Echo echo = new EchoImpl();

        Server() throws RemoteException {
            System.setProperty("java.rmi.server.hostname", "127.0.0.1");
            registry = LocateRegistry.createRegistry(0, null, port);
            registry.rebind(NAME, UnicastRemoteObject.exportObject(echo, 0, null, port));
        }

        String address() {
            return "127.0.0.1:" + port.socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            UnicastRemoteObject.unexportObject(echo, true);
            UnicastRemoteObject.unexportObject(registry, true);
            port.socket.close();
        }
    }

    /** A caller of a server. */
    static Caller caller(String address) throws RemoteException, NotBoundException {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        Echo echo = (Echo) LocateRegistry.getRegistry("127.0.0.1", port).lookup(NAME);
        byte[] request = new byte[96]; // about an order's length
        return new Caller() {
            @Override
            public Object call() throws RemoteException {
                return echo.echo(request);
            }

            @Override
            public void undo(Object call) throws RemoteException {
                echo.echo(request);
            }

            @Override
            public void close() {}
        };
    }
}

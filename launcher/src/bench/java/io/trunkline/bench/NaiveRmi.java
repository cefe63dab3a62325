package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * RMI as a tutorial writes it: a subscriber looks the publisher up in a registry and gives it a callback; each event is
 * a remote call of one callback after the other.
 */
public final class NaiveRmi implements Transport {

    private static final String FEED = "ticks";

    /** What a subscriber registers. */
    interface Callback extends Remote {

        void onTick(NaiveTick tick) throws RemoteException;
    }

    /** What a publisher binds. */
    interface Feed extends Remote {

        void register(Callback callback) throws RemoteException;
    }

    @Override
    public String name() {
        return "naive-rmi";
    }

    @Override
    public String description() {
        return "a remote call of a callback for each event";
    }

    @Override
    public List<String> jvmArguments() {
        return List.of("-Djava.rmi.server.hostname=127.0.0.1");
    }

    @Override
    public Publisher publish(PublishSpec spec) throws IOException {
        return new Caller();
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) throws Exception {
        Receiver receiver = new Receiver(handler);
        Callback callback = (Callback) UnicastRemoteObject.exportObject(receiver, 0, null, NaiveRmi::listen);
        Feed feed = (Feed) LocateRegistry.getRegistry("127.0.0.1", Integer.parseInt(spec.address())).lookup(FEED);
        feed.register(callback);
        return () -> UnicastRemoteObject.unexportObject(receiver, true);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 512, InetAddress.getByName("127.0.0.1"));
    }

    /** Calls one callback after the other. */
    static final class Caller implements Publisher, Feed {

        private final List<Callback> callbacks = new CopyOnWriteArrayList<>(); // written by RMI's threads
        private final Registry registry;
        private int port; // of the registry

        Caller() throws IOException {
            RMIServerSocketFactory listening = any -> {
                ServerSocket socket = listen(any);
                port = socket.getLocalPort();
                return socket;
            };
            registry = LocateRegistry.createRegistry(0, null, listening);
            registry.rebind(FEED, UnicastRemoteObject.exportObject(this, 0, null, NaiveRmi::listen));
        }

        @Override
        public void register(Callback callback) {
            callbacks.add(callback);
        }

        @Override
        public String address() {
            return Integer.toString(port);
        }

        @Override
        public void awaitSubscribers(int count) throws InterruptedException {
            Await.until(count + " callbacks were registered", () -> callbacks.size() >= count);
        }

        @Override
        public void publish(Tick tick) throws RemoteException {
            NaiveTick message = new NaiveTick(tick);
            for (Callback callback : callbacks) callback.onTick(message);
        }

        @Override
        public void flush() {
            // a call has returned: nothing waits
        }

        @Override
        public void close() throws IOException {
            UnicastRemoteObject.unexportObject(this, true);
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }

    /** Hands on what it is called with. */
    static final class Receiver implements Callback {

        private final Consumer<Tick> handler;

        Receiver(Consumer<Tick> handler) {
            this.handler = handler;
        }

        @Override
        public synchronized void onTick(NaiveTick tick) {
            handler.accept(tick.toTick()); // RMI may take another thread after a pause
        }
    }
}

package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.WireWriter;
import java.io.Closeable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** JeroMQ's PUB and SUB over TCP with the product's frames, one a message. The publisher waits where PUB would drop. */
public final class JeroMq implements Transport {

    private static final int MESSAGES = 1 << 17; // that a socket holds before it is full

    @Override
    public String name() {
        return "jeromq";
    }

    @Override
    public String description() {
        return "JeroMQ PUB/SUB with the same frames, one a message";
    }

    @Override
    public Publisher publish(PublishSpec spec) {
        return new Sender(spec.workload());
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) {
        ZMQ.Context context = ZMQ.context(1);
        ZMQ.Socket socket = context.socket(SocketType.SUB);
        socket.setHWM(MESSAGES);
        socket.connect(spec.address());
        socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
        Thread thread = new Thread(() -> read(socket, new FrameReader(handler)), "jeromq-reader-" + spec.index());
        thread.setDaemon(true);
        thread.start();
        return context::close; // ends the reader, and waits for it
    }

    private static void read(ZMQ.Socket socket, FrameReader reader) {
        try (socket) {
            while (true) {
                byte[] message = socket.recv();
                reader.take(message, message.length);
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZError.ETERM) throw e;
        }
    }

    /** Sends each frame as a message. */
    private static final class Sender implements Publisher {

        private static final int SUBSCRIBING_MILLIS = 60_000;

        private final Workload workload;
        private final WireWriter frames = new WireWriter(4096);
        private final FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());
        private final ZMQ.Context context = ZMQ.context(1);
        private final ZMQ.Socket socket = context.socket(SocketType.XPUB);

        Sender(Workload workload) {
            this.workload = workload;
            socket.setHWM(MESSAGES);
            socket.setXpubNoDrop(true);
            socket.setXpubVerbose(true); // so that each subscriber is heard of, not the first only
            socket.setLinger(0);
            socket.setReceiveTimeOut(SUBSCRIBING_MILLIS);
            socket.bind("tcp://127.0.0.1:*");
        }

        @Override
        public String address() {
            return socket.getLastEndpoint();
        }

        @Override
        public void awaitSubscribers(int count) {
            for (int i = 0; i < count; i++) {
                if (socket.recv() == null) throw new IllegalStateException(i + " of " + count + " subscribed");
            }
            workload.contracts().forEach(contract -> {
                encoder.define(contract, frames);
                send();
            });
        }

        @Override
        public void publish(Tick tick) {
            encoder.encode(tick, frames);
            send();
        }

        private void send() {
            if (!socket.send(Arrays.copyOf(frames.array(), frames.length()))) { // the socket keeps the array
                throw new IllegalStateException("not sent: error " + socket.errno());
            }
            frames.clear();
        }

        @Override
        public void flush() {
            // the socket writes by itself
        }

        @Override
        public void close() {
            socket.close();
            context.close();
        }
    }
}

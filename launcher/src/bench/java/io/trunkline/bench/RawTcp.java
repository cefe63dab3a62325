package io.trunkline.bench;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameDecoder;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The limit: the product's frames, encoder and decoder over a plain socket, 64 KiB a write. No sequence is checked,
 * nobody is waited for but by the socket, and nothing is kept.
 */
public final class RawTcp implements Transport {

    private static final int WRITE = 1 << 16;

    @Override
    public String name() {
        return "raw-tcp";
    }

    @Override
    public String description() {
        return "the same frames over a plain socket, 64 KiB a write";
    }

    @Override
    public Publisher publish(PublishSpec spec) throws IOException {
        return new Writer(spec.workload());
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) throws IOException {
        int colon = spec.address().lastIndexOf(':');
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(spec.address().substring(0, colon),
                Integer.parseInt(spec.address().substring(colon + 1))));
        socket.setTcpNoDelay(true);
        Thread thread = new Thread(new Reader(socket, handler), "raw-reader-" + spec.index());
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    /** Writes what was encoded to one socket after the other. */
    static final class Writer implements Publisher {

        private final ServerSocket server = new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1"));
        private final List<Socket> sockets = new ArrayList<>();
        private final List<OutputStream> streams = new ArrayList<>();
        private final Workload workload;
        private final WireWriter frames = new WireWriter(WRITE + 4096);
        private final FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());

        Writer(Workload workload) throws IOException {
            this.workload = workload;
        }

        @Override
        public String address() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        @Override
        public void awaitSubscribers(int count) throws IOException {
            while (sockets.size() < count) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                streams.add(socket.getOutputStream());
            }
            workload.contracts().forEach(contract -> encoder.define(contract, frames));
            flush();
        }

        @Override
        public void publish(Tick tick) throws IOException {
            encoder.encode(tick, frames);
            if (frames.length() >= WRITE) flush();
        }

        @Override
        public void flush() throws IOException {
            for (int i = 0; i < streams.size(); i++) streams.get(i).write(frames.array(), 0, frames.length());
            frames.clear();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) socket.close();
            server.close();
        }
    }

    /** Reads frames and hands on the ticks in them. */
    static final class Reader implements Runnable {

        private final Socket socket;
        private final Consumer<Tick> handler;
        private final FrameDecoder decoder = new FrameDecoder("RPC", kind -> Optional.empty());
        private byte[] bytes = new byte[WRITE * 2];
        private int filled;

        Reader(Socket socket, Consumer<Tick> handler) {
            this.socket = socket;
            this.handler = handler;
        }

        @Override
        public void run() {
            try {
                InputStream in = socket.getInputStream();
                for (int count; (count = in.read(bytes, filled, bytes.length - filled)) > 0; ) {
                    filled += count;
                    take();
                }
            } catch (IOException e) {
                if (!socket.isClosed()) throw new IllegalStateException("raw reader", e);
            }
        }

        private void take() throws IOException {
            int at = 0;
            while (filled - at >= Frames.HEADER && filled - at >= Frames.length(bytes, at)) {
                Event event = decoder.decode(bytes, at);
                if (event instanceof Tick tick) handler.accept(tick);
                at += Frames.length(bytes, at);
            }
            System.arraycopy(bytes, at, bytes, 0, filled - at);
            filled -= at;
        }
    }
}

package io.trunkline.rmi.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that listens where a remote object is expected and says what a test tells it to. */
final class FakePeer implements AutoCloseable {

    /** What it does with a connection. */
    interface Manners {
        void meet(DataInputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    FakePeer(Manners manners) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                accepted.incrementAndGet();
                start(() -> manners.meet(new DataInputStream(socket.getInputStream()), socket.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the other side is gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** One that greets as a remote object would, reads a call's first bytes and answers with some bytes. */
    static FakePeer answering(byte[] answer) throws IOException {
        return new FakePeer((in, out) -> {
            greet(in, out);
            in.readFully(new byte[40]);
            out.write(answer);
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        });
    }

    static void greet(DataInputStream in, OutputStream out) throws IOException {
        in.readFully(new byte[Jrmp.GREETING.length]);
        out.write(new byte[] {Jrmp.PROTOCOL_ACK, 0, 1, 'h', 0, 0, 0, 1});
        in.readFully(new byte[Jrmp.OWN_END.length]);
    }

    int number() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}

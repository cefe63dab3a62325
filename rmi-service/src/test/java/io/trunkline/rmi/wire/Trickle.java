package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A line to a port of this machine that can be made slow: a byte every few milliseconds. */
final class Trickle implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean slow;

    Trickle(int to) throws IOException {
        start(() -> {
            while (true) {
                Socket from = server.accept();
                Socket on = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(from);
                open.add(on);
                start(() -> pump(from, on));
                start(() -> pump(on, from));
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                return; // an end is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Socket from, Socket to) throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] some = new byte[1 << 13];
        try (from; to) {
            for (int count; (count = in.read(some)) >= 0; ) {
                for (int i = 0; slow && i < count; i++) {
                    out.write(some[i]);
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                if (!slow) out.write(some, 0, count);
            }
        }
    }

    int number() {
        return server.getLocalPort();
    }

    void slow() {
        slow = true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}

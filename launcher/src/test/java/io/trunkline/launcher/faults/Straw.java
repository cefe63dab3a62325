package io.trunkline.launcher.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Stands between clients and a server: passes on at once what clients send, and what the server sends at a trickle, or
 * not at all.
 */
final class Straw implements AutoCloseable {

    private static final int SIP = 1 << 14;

    private final InetSocketAddress server;
    private final int bytesPerSecond;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isOpen = true; // while it is, everything passes at once

    /** Lets everything pass until it is {@linkplain #narrow narrowed}, and then so many bytes a second and client. */
    Straw(String server, int bytesPerSecond) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Rig.port(server));
        this.bytesPerSecond = bytesPerSecond;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) accept(listening.accept());
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
                // one of the sides is gone
            }
        }, "straw");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    void narrow() {
        isOpen = false;
    }

    private void accept(Socket client) throws IOException {
        Socket there = new Socket();
        there.setReceiveBufferSize(1 << 17);
        there.connect(server);
        open.add(client);
        open.add(there);
        start(() -> pass(client, there, false));
        start(() -> pass(there, client, true));
    }

    private void pass(Socket from, Socket to, boolean isTrickle) throws IOException, InterruptedException {
        byte[] bytes = new byte[SIP];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                out.write(bytes, 0, count);
                while (isTrickle && !isOpen && bytesPerSecond == 0) TimeUnit.MILLISECONDS.sleep(20);
                if (isTrickle && !isOpen) TimeUnit.MICROSECONDS.sleep(count * 1_000_000L / bytesPerSecond);
            }
        } finally {
            from.close();
            to.close();
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

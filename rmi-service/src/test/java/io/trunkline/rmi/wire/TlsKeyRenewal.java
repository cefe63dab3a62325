package io.trunkline.rmi.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A process that sends and receives so much over TLS that its keys are to be renewed, if its limits say so. */
public final class TlsKeyRenewal {

    private static final int LENGTH = 4 << 20;
    private static final Executor THREADS = work -> new Thread(work).start();

    private interface Work {
        void run() throws IOException;
    }

    private TlsKeyRenewal() {}

    /** Prints "equal" if both ends received what the other sent. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TestAuthority authority = new TestAuthority("authority");
        Tls server = Tls.ofServer(List.of(authority.identity(folder, new TestAuthority.Wish("server")
                .server("127.0.0.1"))), Tls.DEFAULT_PASSWORD);
        Tls client = Tls.ofClient(List.of(authority.identity(folder, new TestAuthority.Wish("client").client())),
                Tls.DEFAULT_PASSWORD);
        try (ServerSocketChannel listening = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                TcpDialer dialer = new TcpDialer(
                        new Address.Tcp("127.0.0.1", listening.socket().getLocalPort()), Optional.of(client));
                TlsSocket near = (TlsSocket) dialer.next(10_000);
                TlsSocket far = server.serverSide(new ChannelSocket(listening.accept()))) {
            together(() -> near.handshake(10_000), () -> far.handshake(10_000));
            together(() -> write(near), () -> write(far), () -> read(near), () -> read(far));
        }
        System.out.println("equal");
    }

    private static void together(Work... all) {
        CompletableFuture.allOf(List.of(all).stream().map(work -> CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, THREADS)).toArray(CompletableFuture[]::new)).join();
    }

    private static void write(TlsSocket socket) throws IOException {
        byte[] part = new byte[1000];
        for (int at = 0; at < LENGTH; at += part.length) {
            for (int i = 0; i < part.length; i++) part[i] = byteAt(at + i);
            socket.getOutputStream().write(part);
        }
    }

    private static void read(TlsSocket socket) throws IOException {
        socket.setSoTimeout(10_000);
        byte[] part = new byte[5000];
        for (int at = 0; at < LENGTH; ) {
            int count = socket.getInputStream().read(part);
            if (count < 0) throw new EOFException("after " + at);
            for (int i = 0; i < count; i++) {
                if (part[i] != byteAt(at + i)) throw new IOException("wrong at " + (at + i));
            }
            at += count;
        }
    }

    private static byte byteAt(int index) {
        return (byte) (index * 31 ^ index >> 11);
    }
}

package io.trunkline.bench;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Event;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the books of a big day and sends them to whoever comes: the service does, and a plain socket. */
final class SnapshotServerRole implements Role {

    private static final int WRITE = 1 << 16;

    private final List<Event> records = Records.all();
    private final MainEngine engine = MainEngine.create();
    private ServerSocket server;

    @Override
    public Map<String, Object> handle(Message command) throws Exception {
        return switch (command.word()) {
            case "open" -> open();
            case "held" -> Map.of("nanos", JvmFigures.cpuOfThread("event-engine"));
            default -> throw new IllegalArgumentException("unknown command: " + command.word());
        };
    }

    private Map<String, Object> open() throws Exception {
        BenchGateway.Provider gateway = new BenchGateway.Provider();
        engine.addGateway(gateway, Workload.GATEWAY);
        records.forEach(gateway.sink()::publish);
        Await.until("the books are full", () -> engine.orders().size() == Records.EACH);
        engine.addApp("RpcService");
        engine.start("RpcService", Map.of("port", "0"));
        server = new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "raw-snapshots");
        thread.setDaemon(true);
        thread.start();
        return Map.of("own", engine.app("RpcService").orElseThrow().status(),
                "raw", "127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                write(socket.getOutputStream());
            } catch (IOException e) {
                if (server.isClosed()) return;
            }
        }
    }

    private void write(OutputStream out) throws IOException {
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());
        WireWriter frames = new WireWriter(WRITE + 4096);
        for (Event record : records) {
            encoder.encode(record, frames);
            if (frames.length() < WRITE) continue;
            out.write(frames.array(), 0, frames.length());
            frames.clear();
        }
        out.write(frames.array(), 0, frames.length());
    }

    @Override
    public void close() throws IOException {
        if (server != null) server.close();
        engine.close();
    }
}

package io.trunkline.bench;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Order;
import io.trunkline.rmi.wire.FrameDecoder;
import io.trunkline.rmi.wire.Frames;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/** Takes snapshots, through the gateway or from a plain socket, and says how long each took. */
final class SnapshotClientRole implements Role {

    @Override
    public Map<String, Object> handle(Message command) throws Exception {
        long nanos = switch (command.word()) {
            case "own" -> own(command.text("address"));
            case "raw" -> raw(command.text("address"));
            default -> throw new IllegalArgumentException("unknown command: " + command.word());
        };
        return Map.of("nanos", nanos);
    }

    private static long own(String address) throws Exception {
        long start = System.nanoTime();
        GatewayProbe probe = new GatewayProbe(address);
        try {
            probe.awaitLive();
            long nanos = System.nanoTime() - start;
            probe.check(Records.EACH, Records.EACH);
            return nanos;
        } finally {
            probe.close();
        }
    }

    private static long raw(String address) throws IOException {
        long start = System.nanoTime();
        FrameDecoder decoder = new FrameDecoder("RPC", kind -> Optional.empty());
        byte[] bytes = new byte[1 << 17];
        int filled = 0;
        int contracts = 0;
        int orders = 0;
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(address.substring(address.indexOf(':') + 1)))) {
            InputStream in = socket.getInputStream();
            while (orders < Records.EACH) {
                int count = in.read(bytes, filled, bytes.length - filled);
                if (count < 0) throw new EOFException("after " + contracts + " contracts and " + orders + " orders");
                filled += count;
                int at = 0;
                while (filled - at >= Frames.HEADER && filled - at >= Frames.length(bytes, at)) {
                    Event event = decoder.decode(bytes, at);
                    if (event instanceof Contract) contracts++;
                    else if (event instanceof Order) orders++;
                    at += Frames.length(bytes, at);
                }
                System.arraycopy(bytes, at, bytes, 0, filled - at);
                filled -= at;
            }
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {}
}

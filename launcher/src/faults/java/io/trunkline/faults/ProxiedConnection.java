package io.trunkline.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A connection through a proxy: one to the client and one to the server. Safe from any thread. */
final class ProxiedConnection {

    private final Socket client;
    private final Socket server;
    private final Map<Direction, Pipe> pipes = new EnumMap<>(Direction.class);
    private final Consumer<ProxiedConnection> onEnd;
    private int ends; // guarded by this object's monitor

    ProxiedConnection(
            Socket client, Socket server, Map<Direction, Lane> lanes, long seed, Consumer<ProxiedConnection> onEnd) {
        this.client = client;
        this.server = server;
        this.onEnd = onEnd;
        pipes.put(Direction.TO_SERVER, new Pipe(this, client, server, lanes.get(Direction.TO_SERVER), seed));
        pipes.put(Direction.TO_CLIENT, new Pipe(this, server, client, lanes.get(Direction.TO_CLIENT), seed + 1));
    }

    void start(String name) {
        pipes.forEach((direction, pipe) -> pipe.start(name + "-" + direction));
    }

    boolean isTainted() {
        return pipes.values().stream().anyMatch(Pipe::isTainted);
    }

    /** Passes on that one side ended. */
    void pass(Ending ending, Socket to) {
        boolean isLast;
        synchronized (this) {
            isLast = ++ends == pipes.size();
        }
        if (ending == Ending.RESET || isLast) {
            end(ending);
            return;
        }
        try {
            to.shutdownOutput();
        } catch (IOException e) {
            end(Ending.RESET);
        }
    }

    /** Ends it on both sides. */
    void end(Ending ending) {
        pipes.values().forEach(Pipe::close);
        end(client, ending);
        end(server, ending);
        onEnd.accept(this);
    }

    static void end(Socket socket, Ending ending) {
        try (socket) {
            if (ending == Ending.RESET) socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it was closed already
        }
    }
}

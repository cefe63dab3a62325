package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.ServerSocket;

/** A listening socket that passes on to another what remote calls ask of one, but for accepting. */
abstract class ServerSocketView extends ServerSocket {

    private final ServerSocket server;

    ServerSocketView(ServerSocket server) throws IOException {
        this.server = server;
    }

    @Override
    public int getLocalPort() {
        return server.getLocalPort();
    }

    @Override
    public boolean isClosed() {
        return server.isClosed();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @Override
    public String toString() {
        return server.toString();
    }
}

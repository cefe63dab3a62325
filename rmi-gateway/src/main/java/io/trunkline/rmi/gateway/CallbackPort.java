package io.trunkline.rmi.gateway;

import io.trunkline.rmi.wire.Port;
import io.trunkline.rmi.wire.PortLimits;
import java.io.IOException;
import java.net.InetAddress;

/**
 * The port on which the server calls a gateway back. It is kept from session to session, as long as the local address
 * stays the same: the platform remembers every port for ever. Only the server that was connected to last is admitted.
 *
 * <p>Safe from any thread.
 */
final class CallbackPort implements AutoCloseable {

    private final PortLimits limits;
    private volatile InetAddress server;
    private InetAddress address; // this and the next two are guarded by this object's monitor
    private Port port;
    private boolean closed;

    CallbackPort(PortLimits limits) {
        this.limits = limits;
    }

    /**
     * The port for a session between two addresses. It listens as soon as something is exported on it.
     *
     * @throws IOException if it is closed
     */
    synchronized Port open(InetAddress local, InetAddress remote) throws IOException {
        if (closed) throw new IOException("closed");
        server = remote;
        if (port == null || !address.equals(local)) {
            if (port != null) port.close();
            port = new Port(local, limits, this::admits);
            address = local;
        }
        return port;
    }

    private boolean admits(InetAddress peer) {
        return peer.equals(server);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (port != null) port.close();
    }
}

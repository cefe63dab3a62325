package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.Socket;

/** Where the connections of a {@link RemoteCaller} come from. Safe from any thread. */
interface SocketSource extends AutoCloseable {

    /**
     * A connected socket, the taker's own.
     *
     * @param millis for how long to wait for it
     */
    Socket next(int millis) throws IOException;

    /** What it means, in words for a person, that no connection came or that the other side did not greet on it. */
    String explain(IOException e, int millis);

    /** Ends attempts under way; there are no more connections from then on. */
    @Override
    void close();
}

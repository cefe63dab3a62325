package io.trunkline.rmi.wire;

import java.io.IOException;

/**
 * The remote call that stays open: its argument is an {@link EventStream} that goes on being written, one block of
 * serialized data a chunk.
 *
 * <p>For one thread; {@link #close} is safe from any.
 */
public final class StreamCall implements AutoCloseable {

    private final CallConnection connection;

    StreamCall(CallConnection connection, byte[] callbackId, byte[] secret) throws IOException {
        this.connection = connection;
        connection.begin(Jrmp.call(callbackId, RemoteMethods.ON_EVENTS), Jrmp.STREAM);
        ChunkWriter first = new ChunkWriter(secret.length);
        first.frames().writeBytes(secret, 0, secret.length);
        connection.write(first.frames().array(), first.finishPlain());
    }

    /** Sends a chunk at once. Blocks while the other side does not take it. */
    public void send(ChunkWriter chunk) throws IOException {
        connection.write(chunk.frames().array(), chunk.frames().length());
    }

    /** Ends the argument, and with it the call; waits a bounded time for its return. */
    public void end() throws IOException {
        connection.write(new byte[] {Jrmp.END_OF_DATA}, 1);
        connection.expectNormalReturn();
    }

    /** Ends the connection, at once. */
    @Override
    public void close() {
        connection.close();
    }
}

package io.trunkline.rmi.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * The remote call that stays open: its argument is an {@link EventStream}, which goes on being written, chunk by chunk,
 * once the other side has said that it reads them.
 *
 * <p>For one thread at a time; {@link #close} is safe from any.
 */
public final class StreamCall implements AutoCloseable {

    private static final byte[] NOTHING = {};
    private static final byte[] WHOLE = {Chunk.WHOLE};
    private static final byte[] TORN = {Chunk.TORN};

    private final CallConnection connection;
    private ChunkWriter unfinished; // a chunk of which a part was sent; null if there is none
    private int sent; // of its bytes
    private byte[] runEnd = NOTHING; // what still has to be said of the last run

    StreamCall(CallConnection connection, byte[] callbackId, byte[] secret) throws IOException {
        this.connection = connection;
        connection.begin(Jrmp.call(callbackId, RemoteMethods.ON_EVENTS), Jrmp.STREAM);
        connection.write(Jrmp.block(secret));
        connection.expectReady();
    }

    /** Sends a chunk. Blocks while the other side does not take it. */
    public void send(ChunkWriter chunk) throws IOException {
        sendRest();
        connection.write(chunk.frames().array(), 0, chunk.frames().length());
    }

    /**
     * Sends a chunk, or as much of it as the other side takes without a wait; {@link #finishChunk} sends the rest,
     * until when the chunk must stay as it is.
     *
     * @return whether all was sent
     */
    public boolean sendNow(ChunkWriter chunk) throws IOException {
        if (unfinished != null || runEnd.length > 0) {
            throw new IllegalStateException("the chunk before was not sent wholly");
        }
        int length = chunk.frames().length();
        int count = connection.writeNow(chunk.frames().array(), length);
        if (count == length && !connection.hasRest()) return true;
        unfinished = chunk;
        sent = count;
        return false;
    }

    /** Sends what is left of what was sent in part. Blocks while the other side does not take it. */
    public void sendRest() throws IOException {
        if (runEnd.length > 0) {
            byte[] end = runEnd;
            runEnd = NOTHING;
            connection.write(end);
        }
        finishChunk();
    }

    /** Sends what is left of a chunk of which a part was sent. Blocks while the other side does not take it. */
    public void finishChunk() throws IOException {
        ChunkWriter chunk = unfinished;
        if (chunk == null) return;
        unfinished = null;
        connection.write(chunk.frames().array(), sent, chunk.frames().length() - sent);
    }

    /** Whether {@link #sendRun} can be used on this connection. */
    public boolean takesRuns() {
        return connection.takesRuns();
    }

    /**
     * Sends a chunk whose frames are sent from where they are, where they may be overwritten meanwhile. Blocks while
     * the other side does not take it. That takes the chunk only when the next one or the {@linkplain #sendRest rest}
     * is sent.
     *
     * @param header the chunk's header alone
     * @param frames the rest of this buffer; outside of the heap
     * @param whole asked when all was sent: whether nothing was overwritten; if so, the other side throws it away
     * @return what {@code whole} said
     */
    public boolean sendRun(ChunkWriter header, ByteBuffer frames, BooleanSupplier whole) throws IOException {
        if (unfinished != null) throw new IllegalStateException("the chunk before was not sent wholly");
        byte[] before = runEnd;
        runEnd = NOTHING;
        connection.writeRun(before, header.frames().array(), header.frames().length(), frames);
        boolean isWhole = whole.getAsBoolean();
        runEnd = isWhole ? WHOLE : TORN;
        return isWhole;
    }

    /** Ends the argument, and with it the call; waits a bounded time for its return. */
    public void end() throws IOException {
        sendRest();
        connection.write(new byte[] {Jrmp.END_OF_DATA});
        connection.expectNormalReturn();
    }

    /** Ends the connection, at once. */
    @Override
    public void close() {
        connection.close();
    }
}

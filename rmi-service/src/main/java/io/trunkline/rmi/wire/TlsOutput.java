package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * What goes into TLS: encrypted record by record into a buffer, and sent from there. What is encrypted must be sent, so
 * what does not go at once is kept and goes first the next time.
 *
 * <p>For one thread at a time, which its monitor makes sure of.
 */
final class TlsOutput extends DirectOutput {

    private static final int RECORDS = 8; // that are sent with one write, at most

    private final SSLEngine engine;
    private final ChannelOutput channel;
    private final Runnable onRecord;
    private final Runnable onClose;
    private ByteBuffer records = ByteBuffer.allocate(0); // guarded by the monitor; what remains in it is to be sent

    /** Has something run on the writing thread after what was written, and all before it, was encrypted. */
    TlsOutput(SSLEngine engine, ChannelOutput channel, Runnable onRecord, Runnable onClose) {
        this.engine = engine;
        this.channel = channel;
        this.onRecord = onRecord;
        this.onClose = onClose;
    }

    @Override
    void onProgress(Runnable work) {
        channel.onProgress(work);
    }

    /** Sends what TLS itself has to say. */
    synchronized void sendHandshake() throws IOException {
        sendRest();
        makeRoom(0);
        records.clear();
        try {
            engine.wrap(ByteBuffer.allocate(0), records);
        } finally {
            records.flip();
        }
        sendRest();
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) throws IOException {
        send(length, ByteBuffer.wrap(source, offset, length));
    }

    @Override
    synchronized void writeRun(byte[] before, byte[] head, int length, ByteBuffer run) throws IOException {
        send(run.remaining(), ByteBuffer.wrap(before), ByteBuffer.wrap(head, 0, length), run);
    }

    private void send(int length, ByteBuffer... sources) throws IOException {
        sendRest();
        while (hasMore(sources)) {
            encrypt(length, sources);
            sendRest();
        }
    }

    private void sendRest() throws IOException {
        if (!records.hasRemaining()) return;
        channel.write(records.array(), records.position(), records.remaining());
        records.position(records.limit());
    }

    @Override
    synchronized int writeNow(byte[] source, int offset, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(source, offset, length);
        while (sendRestNow() && left.hasRemaining()) encrypt(length, left);
        return left.position() - offset;
    }

    private boolean sendRestNow() throws IOException {
        if (!records.hasRemaining()) return true;
        int count = channel.writeNow(records.array(), records.position(), records.remaining());
        records.position(records.position() + count);
        return !records.hasRemaining();
    }

    @Override
    synchronized boolean hasRest() {
        return records.hasRemaining();
    }

    /** Encrypts as much as there is room for; all that was encrypted before has been sent. */
    private void encrypt(int length, ByteBuffer... sources) throws IOException {
        int packet = makeRoom(length);
        records.clear();
        try {
            while (hasMore(sources) && records.remaining() >= packet) {
                SSLEngineResult result = engine.wrap(sources, records);
                if (result.getStatus() == SSLEngineResult.Status.CLOSED) throw new SocketException("Socket closed");
                if (result.bytesConsumed() > 0) onRecord.run();
                if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) TlsSocket.runTasks(engine);
                else if (result.bytesProduced() == 0) throw new SSLException("TLS takes nothing: " + result);
            }
        } finally {
            records.flip();
        }
    }

    /** Answers the room that one record takes at most. */
    private int makeRoom(int length) {
        int packet = engine.getSession().getPacketBufferSize();
        int count = Math.min(RECORDS, 1 + length / engine.getSession().getApplicationBufferSize());
        if (records.capacity() < packet * count) records = ByteBuffer.allocate(packet * count).limit(0);
        return packet;
    }

    private static boolean hasMore(ByteBuffer... sources) {
        for (ByteBuffer source : sources) {
            if (source.hasRemaining()) return true;
        }
        return false;
    }

    /** Closes the connection. */
    @Override
    public void close() {
        onClose.run();
    }
}

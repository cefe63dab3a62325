package io.trunkline.rmi.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/**
 * What comes out of TLS: records are collected, decrypted where they are whole, and handed out. A time-out holds for
 * all that a read waits for together, which may be many parts of a record. Of records that bring nothing only so many
 * are borne until this side writes again: the engine keeps what each of them wants to be answered.
 *
 * <p>For one thread at a time, which its monitor makes sure of; what is said of threads otherwise is safe from any.
 */
final class TlsInput extends InputStream implements Quiet {

    private static final int HANDSHAKE = 22; // what the first byte says
    private static final int ALERT = 21;
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int LAST_CAPACITY = 1 << 16;
    private static final int LONG = 1 << 12; // a read of so much may be decrypted to where it is wanted

    private static final int MAX_EMPTY = 256;

    private final ChannelSocket channel;
    private final ChannelInput below;
    private final SSLEngine engine;
    private ByteBuffer records = ByteBuffer.allocate(FIRST_CAPACITY).limit(0); // guarded by the monitor, like the next
    private ByteBuffer plain = ByteBuffer.allocate(FIRST_CAPACITY).limit(0);
    private final AtomicInteger empty = new AtomicInteger(); // records that brought nothing
    private volatile int timeoutMillis;
    private volatile long deadline; // of what is read below, by System.nanoTime; 0 for none
    private volatile boolean isOpen;
    private volatile boolean hasHeard;
    private volatile boolean isPlain;

    TlsInput(SSLEngine engine, ChannelSocket channel) throws IOException {
        this.engine = engine;
        this.channel = channel;
        this.below = (ChannelInput) channel.getInputStream();
    }

    /** Whether what a connection begins with is a fatal word of TLS, from a side that was not spoken to in it. */
    static boolean isAlert(int firstByte) {
        return firstByte == ALERT;
    }

    /** From now on there is something to read. */
    void open() {
        isOpen = true;
    }

    /** What the other side wanted to be answered was answered. */
    void answered() {
        empty.set(0);
    }

    /** How long a read may wait; 0 for ever. Holds from the next read on. */
    void setTimeout(int millis) {
        timeoutMillis = millis;
    }

    int timeout() {
        return timeoutMillis;
    }

    /** Bounds all that is read from now on until a read from outside; 0 for no bound. */
    void allow(long millis) {
        deadline = millis == 0 ? 0 : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) | 1;
    }

    /** Whether the time that was allowed is over. */
    boolean isLate() {
        return deadline != 0 && System.nanoTime() - deadline >= 0;
    }

    /** Whether anything has come. */
    boolean hasHeard() {
        return hasHeard;
    }

    /** Whether the other side began with something else than TLS. */
    boolean isPlain() {
        return isPlain;
    }

    /** Takes a part of a handshake, and waits for it if need be. */
    synchronized void readHandshake() throws IOException {
        plain.clear();
        try {
            while (engine.unwrap(records, plain).getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
                if (!fill()) throw new EOFException();
            }
        } finally {
            plain.flip();
        }
    }

    /** Reads what no longer matters; answers how much, at most as much as is wanted, or -1 at the end. */
    int discard(byte[] target) throws IOException {
        return readBelow(target, 0, target.length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (!isOpen) throw new SocketException("TLS was not agreed on");
        if (length == 0) return 0;
        if (!plain.hasRemaining()) {
            allow(timeoutMillis);
            int count = decrypt(target, offset, length);
            if (count != 0) return count;
        }
        int count = Math.min(length, plain.remaining());
        plain.get(target, offset, count);
        return count;
    }

    /** Answers how much was decrypted straight to where it is wanted; 0 if it was elsewhere, -1 at the end. */
    private int decrypt(byte[] target, int offset, int length) throws IOException {
        ByteBuffer wanted = ByteBuffer.wrap(target, offset, length);
        boolean isStraight = length >= LONG;
        plain.clear();
        try {
            while (true) {
                SSLEngineResult result = engine.unwrap(records, isStraight ? wanted : plain);
                switch (result.getStatus()) {
                    case OK -> {
                        TlsSocket.runTasks(engine);
                        if (result.bytesProduced() > 0) return isStraight ? result.bytesProduced() : 0;
                        if (empty.incrementAndGet() > MAX_EMPTY) throw new SSLException("nothing but empty records");
                    }
                    case BUFFER_UNDERFLOW -> {
                        if (!fill()) return -1;
                    }
                    case BUFFER_OVERFLOW -> {
                        if (!isStraight) enlargePlain();
                        isStraight = false;
                    }
                    case CLOSED -> {
                        return -1;
                    }
                }
            }
        } finally {
            plain.flip();
        }
    }

    private void enlargePlain() throws SSLException {
        int needed = engine.getSession().getApplicationBufferSize();
        if (plain.capacity() >= needed) throw new SSLException("a record of TLS is too long");
        plain = ByteBuffer.allocate(needed);
    }

    /** Reads what is there behind what is; answers false at the end of the stream. */
    private boolean fill() throws IOException {
        if (records.remaining() == records.capacity()) {
            if (records.capacity() >= LAST_CAPACITY) throw new SSLException("a record of TLS is too long");
            records = ByteBuffer.allocate(records.capacity() * (isOpen ? 4 : 2)).put(records); // not much for strangers
        } else {
            records.compact();
        }
        int count = -1;
        try {
            count = readBelow(records.array(), records.position(), records.remaining());
            if (count > 0) records.position(records.position() + count);
        } finally {
            records.flip();
        }
        if (count > 0 && !hasHeard) listen(records.get(records.position()));
        return count > 0;
    }

    private void listen(int firstByte) throws SSLException {
        hasHeard = true;
        isPlain = firstByte != HANDSHAKE && (!engine.getUseClientMode() || firstByte != ALERT);
        if (isPlain) throw new SSLException("no TLS");
    }

    private int readBelow(byte[] target, int offset, int length) throws IOException {
        long end = deadline;
        long left = end == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
        if (end != 0 && left <= 0) throw new SocketTimeoutException("Read timed out");
        channel.setSoTimeout((int) left);
        return below.read(target, offset, length);
    }

    @Override
    public synchronized int available() {
        return plain.remaining();
    }

    @Override
    public synchronized boolean isQuiet() {
        return !plain.hasRemaining() && !records.hasRemaining() && below.isQuiet();
    }

    /** Closes the connection. */
    @Override
    public void close() {
        channel.close();
    }
}

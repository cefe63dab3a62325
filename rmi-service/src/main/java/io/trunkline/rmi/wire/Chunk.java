package io.trunkline.rmi.wire;

import java.io.DataInput;
import java.io.IOException;

/**
 * The unit of a stream as it is read: a header and some whole frames; {@link ChunkWriter} makes it. The header is kind
 * (1 byte), {@code after} and {@code through} (8 bytes each), number of conflated ticks (8), when it was sent by the
 * sender's monotonic clock, or 0 if it does not say (8), and length of what follows (4), all little-endian; after what
 * follows, a byte says whether it is to be taken (1) or was overwritten while it was sent (0).
 *
 * <p>Holds one chunk at a time; for one thread.
 */
public final class Chunk {

    /** What a chunk carries. */
    public enum Kind {
        /** Every frame from {@code after + 1} to {@code through}, but for those that a filter left out. */
        EVENTS,
        /** A snapshot as of {@code through} begins. */
        SNAPSHOT_BEGIN,
        /** Frames of a snapshot. */
        SNAPSHOT,
        /** The snapshot is complete; the next events are those after {@code through}. */
        SNAPSHOT_END,
        /** The last ticks of instruments that were just subscribed, as of {@code through}; outside of the sequence. */
        IMAGE,
        /** The session ends; the body is a text that says why. Nothing follows. */
        CLOSE
    }

    static final int HEADER = 37;
    /** What stands after the frames of a chunk: all is well; or they were overwritten while they were sent. */
    static final byte WHOLE = 1;
    static final byte TORN = 0;

    private static final int PIECE = 1 << 14;
    private static final Kind[] KINDS = Kind.values();

    private final byte[] header = new byte[HEADER];

    private byte[] body = new byte[1 << 16];
    private Kind kind;
    private long after;
    private long through;
    private long conflated;
    private long sentNanos;
    private int length;

    /** An object to read chunks into. */
    public Chunk() {}

    /** Reads the next chunk into this object; blocks until it is there. Passes over those that turn out to be torn. */
    public void read(DataInput in) throws IOException {
        read(in, () -> { });
    }

    /**
     * Reads the next chunk into this object; blocks until it is there. Passes over those that turn out to be torn.
     *
     * @param heard called whenever a part has come: on a slow line a chunk takes its time
     */
    public void read(DataInput in, Runnable heard) throws IOException {
        byte end;
        do {
            readAny(in, heard);
            end = in.readByte();
            if (end != WHOLE && end != TORN) throw new WireException("a chunk ends with " + end);
        } while (end == TORN);
    }

    private void readAny(DataInput in, Runnable heard) throws IOException {
        in.readFully(header);
        int number = header[0];
        if (number < 0 || number >= KINDS.length) throw new WireException("unknown kind of chunk: " + number);
        kind = KINDS[number];
        after = (long) WireWriter.LONG.get(header, 1);
        through = (long) WireWriter.LONG.get(header, 9);
        conflated = (long) WireWriter.LONG.get(header, 17);
        sentNanos = (long) WireWriter.LONG.get(header, 25);
        length = (int) WireWriter.INT.get(header, 33);
        if (length < 0 || length > Protocol.MAX_CHUNK) {
            throw new WireException("a chunk of " + length + " bytes; at most " + Protocol.MAX_CHUNK + " are allowed");
        }
        if (length > body.length) body = new byte[Math.max(length, Math.min(body.length * 2, Protocol.MAX_CHUNK))];
        heard.run();
        for (int at = 0; at < length; at += PIECE) {
            in.readFully(body, at, Math.min(PIECE, length - at));
            heard.run();
        }
    }

    /** What it carries. */
    public Kind kind() {
        return kind;
    }

    /** The sequence after which it continues. */
    public long after() {
        return after;
    }

    /** The sequence up to which the reader knows everything after it. */
    public long through() {
        return through;
    }

    /** How many ticks were left out for newer ones. */
    public long conflated() {
        return conflated;
    }

    /** When its sending began, by the sender's {@link System#nanoTime}; 0 if it does not say. */
    public long sentNanos() {
        return sentNanos;
    }

    /** The bytes; the first {@link #length()} are valid until the next read. */
    public byte[] body() {
        return body;
    }

    /** How many bytes the body has. */
    public int length() {
        return length;
    }
}

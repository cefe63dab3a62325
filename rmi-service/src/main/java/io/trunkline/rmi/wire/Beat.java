package io.trunkline.rmi.wire;

/**
 * A client's sign of life.
 *
 * @param through the sequence up to which it has read the stream
 * @param nanos its {@link System#nanoTime} when it was sent
 */
public record Beat(long through, long nanos) {

    /** The message's bytes. */
    public byte[] encode() {
        WireWriter out = new WireWriter(16);
        out.writeLong(through);
        out.writeLong(nanos);
        return out.toByteArray();
    }

    /** Reads the message. */
    public static Beat decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        Beat beat = new Beat(in.readLong(), in.readLong());
        in.expectEnd();
        return beat;
    }
}

package io.trunkline.rmi.wire;

/**
 * The answer to a {@link Beat}.
 *
 * @param through the last sequence of the server by now
 * @param nanos the server's {@link System#nanoTime} when it answered
 */
public record BeatReply(long through, long nanos) {

    /** The message's bytes. */
    public byte[] encode() {
        WireWriter out = new WireWriter(16);
        out.writeLong(through);
        out.writeLong(nanos);
        return out.toByteArray();
    }

    /** Reads the message. */
    public static BeatReply decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        BeatReply reply = new BeatReply(in.readLong(), in.readLong());
        in.expectEnd();
        return reply;
    }
}

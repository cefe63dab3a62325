package io.trunkline.rmi.wire;

import java.time.Duration;
import java.util.Objects;

/**
 * What a client says when it opens a session.
 *
 * @param version the client's protocol version
 * @param clientName what the client calls itself; others see it as the owner of its orders
 * @param callbackId the id of the client's callback object, as {@link ObjectIds} gives it
 * @param secret the session's secret: with it begin the connections that the client opens for calls to it, and the
 *     stream
 * @param allTicks whether the client wants every tick, subscribed or not
 * @param epoch the epoch that the client knows and whose stream it could take up again, or zeros
 * @param through how far it has read in that epoch
 * @param instance 16 bytes that all sessions of one client, and no other client's, have
 * @param nanos the client's {@link System#nanoTime} when it was sent
 * @param token the client's token; empty if it has none
 * @param cancelAfter how long after the client is gone its orders and quotes are cancelled; negative for never
 */
public record OpenRequest(
        int version, String clientName, byte[] callbackId, byte[] secret, boolean allTicks, Epoch epoch,
        long through, byte[] instance, long nanos, String token, Duration cancelAfter) {

    /** A client's orders stay when it goes. */
    public static final Duration NEVER = Duration.ofMillis(-1);

    /** Length of {@code instance}. */
    public static final int INSTANCE_LENGTH = 16;

    /** Checks that nothing is null. */
    public OpenRequest {
        Objects.requireNonNull(clientName, "clientName");
        Objects.requireNonNull(callbackId, "callbackId");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(cancelAfter, "cancelAfter");
    }

    /** The request's bytes. */
    public byte[] encode() {
        WireWriter out = new WireWriter(256);
        out.writeInt(Protocol.MAGIC);
        out.writeInt(version);
        out.writeText(clientName);
        out.writeBytes(callbackId, 0, callbackId.length);
        out.writeBytes(secret, 0, secret.length);
        out.writeBoolean(allTicks);
        epoch.write(out);
        out.writeLong(through);
        out.writeBytes(instance, 0, instance.length);
        out.writeLong(nanos);
        out.writeText(token);
        out.writeLong(cancelAfter.isNegative() ? -1 : cancelAfter.toMillis());
        return out.toByteArray();
    }

    /**
     * Reads the version only, which every version of the protocol has in the same place.
     *
     * @throws WireException if the bytes are not those of a client of any version
     */
    public static int versionOf(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        if (in.readInt() != Protocol.MAGIC) throw new WireException("not a client's greeting");
        return in.readInt();
    }

    /** Reads a request of this build's version. */
    public static OpenRequest decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        if (in.readInt() != Protocol.MAGIC) throw new WireException("not a client's greeting");
        OpenRequest request = new OpenRequest(in.readInt(), in.readText(),
                in.readBytes(Protocol.OBJECT_ID_LENGTH), in.readBytes(EventStream.SECRET_LENGTH), in.readBoolean(),
                Epoch.read(in), in.readLong(), in.readBytes(INSTANCE_LENGTH), in.readLong(), in.readText(),
                Duration.ofMillis(in.readLong()));
        in.expectEnd();
        return request;
    }
}

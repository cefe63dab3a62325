package io.trunkline.rmi.wire;

import java.io.DataInput;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The argument of {@link RpcCallback#onEvents}: a {@link StreamCall} goes on writing it, and while it is read, its
 * receiver goes on taking what arrives. No events are ever held in it. Its content passes beside the object stream,
 * straight from the connection: the writer waits with it until the reader says that it has read all before it.
 *
 * <p>The reading side is found by the session's secret, which only the two ends know. Receivers stand in a table from
 * the opening of a session to its end; there is no other static state here.
 */
public final class EventStream implements Externalizable {

    /** Length of a session's secret in bytes. */
    public static final int SECRET_LENGTH = 16;

    static final long SERIAL_VERSION = 1;

    private static final long serialVersionUID = SERIAL_VERSION;
    private static final Map<String, Receiver> RECEIVERS = new ConcurrentHashMap<>();

    /** Reads the stream until the session ends. Called on the thread of the connection that carries it. */
    @FunctionalInterface
    public interface Receiver {

        /** Reads chunks until the session is over. */
        void readFrom(DataInput in) throws IOException;
    }

    /** For deserialization only. */
    public EventStream() {}

    /** Lets a receiver be found by a secret until it is {@linkplain #forget forgotten}. */
    public static void expect(byte[] secret, Receiver receiver) {
        RECEIVERS.put(HexFormat.of().formatHex(secret), receiver);
    }

    /** Forgets the receiver of a secret. */
    public static void forget(byte[] secret) {
        RECEIVERS.remove(HexFormat.of().formatHex(secret));
    }

    /** Always throws: a stream is written by {@link StreamCall}, piece by piece. */
    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        throw new NotSerializableException(EventStream.class.getName());
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        byte[] received = new byte[SECRET_LENGTH];
        in.readFully(received);
        Receiver receiver = RECEIVERS.get(HexFormat.of().formatHex(received));
        Arrays.fill(received, (byte) 0);
        if (receiver == null) throw new InvalidObjectException("no session has this secret");
        receiver.readFrom(ReversePort.beginContent());
    }
}

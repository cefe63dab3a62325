package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Refusal;
import java.util.Objects;

/** What a service answers to an {@link OpenRequest}. */
public sealed interface OpenReply {

    /**
     * The session is open. The stream begins with a snapshot; or, if it is resumed, it goes on after the sequence that
     * the client named, and has caught up once it comes to {@code through}.
     *
     * @param sessionId the id of the session object
     * @param epoch the service's epoch
     * @param number the session's number, for people
     * @param resumed whether no snapshot comes
     * @param through the last sequence when the session was opened
     * @param visibility the number of the set of records that the client sees; the stream's digests are of it
     */
    record Opened(byte[] sessionId, Epoch epoch, int number, boolean resumed, long through, int visibility)
            implements OpenReply {

        /** Checks that nothing is null. */
        public Opened {
            Objects.requireNonNull(sessionId, "sessionId");
            Objects.requireNonNull(epoch, "epoch");
        }
    }

    /**
     * There will be no session.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements OpenReply {

        /** Checks that the refusal is not null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** The reply's bytes. */
    default byte[] encode() {
        WireWriter out = new WireWriter(128);
        if (this instanceof Opened opened) {
            out.writeByte(0);
            out.writeBytes(opened.sessionId, 0, opened.sessionId.length);
            opened.epoch.write(out);
            out.writeInt(opened.number);
            out.writeBoolean(opened.resumed);
            out.writeLong(opened.through);
            out.writeInt(opened.visibility);
        } else if (this instanceof Refused refused) {
            out.writeByte(1);
            out.writeText(refused.refusal.rule());
            out.writeText(refused.refusal.message());
        }
        return out.toByteArray();
    }

    /** Reads a reply. */
    static OpenReply decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        OpenReply reply = switch (in.readByte()) {
            case 0 -> new Opened(in.readBytes(Protocol.OBJECT_ID_LENGTH), Epoch.read(in), in.readInt(),
                    in.readBoolean(), in.readLong(), in.readInt());
            case 1 -> new Refused(new Refusal(in.readText(), in.readText()));
            default -> throw new WireException("not an answer to opening a session");
        };
        in.expectEnd();
        return reply;
    }
}

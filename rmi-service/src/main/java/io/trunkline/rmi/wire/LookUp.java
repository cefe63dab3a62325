package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for records of the server's books, or for what the server shows of itself and can be asked to do.
 *
 * @param kind which
 * @param key the id, or the instrument for ticks and contracts, or the path for gateways; empty for all
 */
public record LookUp(Kind kind, String key) {

    /** What can be looked up. */
    public enum Kind {
        /** Last ticks. */
        TICKS,
        /** Contracts. */
        CONTRACTS,
        /** Orders. */
        ORDERS,
        /** Orders that can still trade. */
        ACTIVE_ORDERS,
        /** Trades. */
        TRADES,
        /** Quotes. */
        QUOTES,
        /** Quotes that can still trade. */
        ACTIVE_QUOTES,
        /** Positions. */
        POSITIONS,
        /** Accounts. */
        ACCOUNTS,
        /** States of gateways. */
        GATEWAYS,
        /** What the service, or the app that is the key, shows of itself: no records but {@link Tables}. */
        MONITORS,
        /** What the server's gateways and apps can be asked to do: no records but {@link Offers}. */
        ACTIONS
    }

    private static final Kind[] KINDS = Kind.values();

    /** Checks that nothing is null. */
    public LookUp {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
    }

    /** The request's bytes. */
    public byte[] encode() {
        WireWriter out = new WireWriter(32);
        out.writeEnum(kind);
        out.writeText(key);
        return out.toByteArray();
    }

    /** Reads a request. */
    public static LookUp decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        LookUp lookUp = new LookUp(in.readEnum(KINDS), in.readText());
        in.expectEnd();
        return lookUp;
    }

    /**
     * Reads the reply: the records found, seen through a gateway.
     *
     * @param gateway the name that paths and ids get before them; empty for none
     */
    public static List<Event> decodeReply(byte[] bytes, String gateway) throws WireException {
        List<Event> events = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(gateway, kind -> Optional.empty());
        int at = 0;
        while (at < bytes.length) {
            int end = Frames.end(bytes, at, bytes.length);
            Event event = decoder.decode(bytes, at);
            if (event != null) events.add(event);
            at = end;
        }
        return events;
    }
}

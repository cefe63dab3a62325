package io.trunkline.rmi.wire;

/** What a frame says; its place among the constants is its number on the wire. */
public enum FrameKind {
    /** Fills the end of a ring; never sent. */
    PAD,
    /** Gives a gateway path a number. */
    DEFINE_GATEWAY,
    /** Gives an instrument at a gateway a number, with its price tick and name. */
    DEFINE_INSTRUMENT,
    /** Gives an owner a number. */
    DEFINE_OWNER,
    /** A tick; the only kind that filters and conflation leave out. */
    TICK,
    /** An order. */
    ORDER,
    /** A trade. */
    TRADE,
    /** A quote. */
    QUOTE,
    /** A position. */
    POSITION,
    /** An account. */
    ACCOUNT,
    /** A contract. */
    CONTRACT,
    /** A log entry. */
    LOG,
    /** A gateway's state. */
    STATUS,
    /** Ids that are gone. */
    RESYNC,
    /** Ticks that were left out further up. */
    CONFLATED,
    /** An app's event. */
    APP,
    /** What the server's books come to. */
    DIGEST;

    private static final FrameKind[] ALL = values();

    static FrameKind of(int number) throws WireException {
        if (number <= 0 || number >= ALL.length) throw new WireException("unknown kind of frame: " + number);
        return ALL[number];
    }
}

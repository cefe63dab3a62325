package io.trunkline.faults;

/** The faults of a random schedule. */
enum FaultKind {
    /** The relay is killed and, after a while, started again. */
    RELAY_KILL,
    /** The relay is told to end and, after a while, started again. */
    RELAY_RESTART,
    /** The relay is stopped for a while. */
    RELAY_FREEZE,
    /** A client is killed and, after a while, started again. */
    CLIENT_KILL,
    /** A client is stopped for a while. */
    CLIENT_FREEZE,
    /** Bytes of a link take long. */
    LATENCY,
    /** A link is narrow. */
    BANDWIDTH,
    /** Bytes of a link come a few at a time. */
    SLICE,
    /** The connections of a link are ended after so many bytes of a direction. */
    CUT,
    /** The bytes of one direction of a link are lost. */
    DROP_ONE_WAY,
    /** The bytes of both directions of a link are lost, and nobody answers new connections. */
    DROP,
    /** Nothing passes a link, and nothing is lost. */
    HOLD,
    /** The connections of a link are reset, and so are new ones. */
    RESET,
    /** The connections of a link are ended, and new ones are refused. */
    REFUSE;

    /** Whether it befalls a link. */
    boolean isOfLink() {
        return compareTo(LATENCY) >= 0;
    }

    /** Whether it befalls the relay. */
    boolean isOfRelay() {
        return compareTo(RELAY_FREEZE) <= 0;
    }
}

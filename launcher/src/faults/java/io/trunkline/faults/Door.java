package io.trunkline.faults;

/** What a proxy does with new connections. */
public enum Door {
    /** Lets them in. */
    OPEN,
    /** Does not listen: connecting is refused. */
    CLOSED,
    /** Accepts and resets them. */
    RESETTING,
    /** Listens and does not accept: connecting may succeed, and nobody answers. */
    SILENT
}

package io.trunkline.faults;

/** How a proxy ends a connection. */
public enum Ending {
    /** In good order: both sides read the end. */
    CLOSE,
    /** With a reset. */
    RESET
}

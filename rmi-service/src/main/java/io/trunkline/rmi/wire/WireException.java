package io.trunkline.rmi.wire;

import java.io.IOException;

/** Bytes that the protocol does not allow. The peer that sent them is not to be listened to any further. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1;

    /** Says what was expected and what came. */
    public WireException(String message) {
        super(message);
    }

    /** Says what was expected and what came, and why that is bad. */
    public WireException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.trunkline.rmi.wire;

import java.io.IOException;

/** A connection did not come to speak TLS. The message says why in words for a person. */
final class TlsException extends IOException {

    private static final long serialVersionUID = 1;

    private final TlsFault fault;

    TlsException(TlsFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    TlsFault fault() {
        return fault;
    }
}

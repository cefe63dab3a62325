package io.trunkline.rmi.wire;

import java.util.Optional;

/** Who makes the call that the current thread carries out at a {@link Port}. */
public final class Caller {

    private Caller() {}

    /**
     * The peer whose call the current thread carries out, as people call it: the address of a host, or {@code unix} and
     * a user, and with TLS the name in its certificate and the address; null on a thread that carries out none.
     */
    public static String peer() {
        return AcceptedSocket.CURRENT_PEER.get();
    }

    /**
     * The name in the certificate of the peer whose call the current thread carries out: what it stays, from whatever
     * address it comes. Empty without TLS, and on a thread that carries out no call.
     */
    public static Optional<String> principal() {
        AcceptedSocket current = AcceptedSocket.CURRENT.get();
        return current == null ? Optional.empty() : Optional.ofNullable(current.principal());
    }

    /**
     * The SHA-256 of the certificate of the peer whose call the current thread carries out, in small hexadecimal digits.
     * Empty without TLS, and on a thread that carries out no call.
     */
    public static String fingerprint() {
        AcceptedSocket current = AcceptedSocket.CURRENT.get();
        return current == null ? "" : current.fingerprint();
    }

    /** What the connections of one place have in common; empty on a thread that carries out no call. */
    public static String origin() {
        AcceptedSocket current = AcceptedSocket.CURRENT.get();
        return current == null ? "" : current.origin();
    }

    /** The connection whose call the current thread carries out; null on a thread that carries out none. */
    public static Port.Connection connection() {
        return AcceptedSocket.CURRENT.get();
    }

    /**
     * Runs something on this thread as soon as the call that it carries out is answered, or cannot be any more; at once
     * if it carries out none. One for a call.
     */
    public static void afterAnswer(Runnable work) {
        if (peer() == null) work.run();
        else AcceptedSocket.AFTER_ANSWER.set(work);
    }
}

package io.trunkline.rmi.wire;

/** Why a connection did not come to speak TLS, in words that go on after "it" or a peer's name. */
enum TlsFault {
    PLAIN("speaks no TLS"),
    OLD("offers no TLS 1.3"),
    NO_CERTIFICATE("shows no certificate"),
    UNKNOWN_AUTHORITY("has a certificate of an authority that is not trusted here"),
    EXPIRED("has a certificate that is not valid at this time"),
    WRONG_USAGE("has a certificate that is not for this side of a connection"),
    WRONG_NAME("has a certificate for another host"),
    NO_NAME("has a certificate that names nobody"),
    DISTRUSTS("does not accept this side's certificate"),
    SLOW("did not get through with TLS in time"),
    ENDED("ended the connection before TLS was agreed on"),
    BROKEN("did not get through with TLS");

    private final String text;

    TlsFault(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** What the platform's message about a handshake means; the messages of JDK 17 to 25 are known. */
    static TlsFault of(String message) {
        if (message == null) return BROKEN;
        if (message.contains("Empty client certificate chain") || message.contains("certificate_required")) {
            return NO_CERTIFICATE;
        }
        if (message.contains("protocol") && (message.contains("not enabled or supported")
                || message.contains("not accepted") || message.contains("protocol_version"))
                || message.contains("supported_versions")) {
            return OLD;
        }
        if (message.contains("fatal alert")) return message.contains("certificate") ? DISTRUSTS : BROKEN;
        if (message.contains("Remote host terminated") || message.contains("Connection reset")
                || message.contains("Broken pipe")) {
            return ENDED;
        }
        return BROKEN;
    }
}

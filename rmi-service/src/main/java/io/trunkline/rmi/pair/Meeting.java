package io.trunkline.rmi.pair;

/**
 * What both sides of one connection know of it, if nobody stands between them.
 *
 * @param fingerprint the SHA-256 of the certificate that the server showed
 * @param clientNonce random bytes of the client
 * @param serverNonce random bytes of the server
 */
record Meeting(byte[] fingerprint, byte[] clientNonce, byte[] serverNonce) {

    static final int NONCE_BYTES = 32;
}

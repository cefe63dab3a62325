package io.trunkline.rmi.keys;

import io.trunkline.rmi.access.TokenHash;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A client's secret of 256 random bits. The server keeps only a salted hash of it. */
final class Token {

    private static final int BYTES = 32;

    private final byte[] bytes;

    private Token(byte[] bytes) {
        this.bytes = bytes;
    }

    static Token random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As the user copies it: 64 hexadecimal digits. */
    String text() {
        return HexFormat.of().formatHex(bytes);
    }

    /** What the server keeps of it, with salt of its own each time. */
    TokenHash hash(SecureRandom random) {
        return TokenHash.of(bytes, random);
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "Token[***]";
    }
}

package io.trunkline.rmi.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A client's secret of 256 random bits. The server keeps only a salted hash of it. */
final class Token {

    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;

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

    /**
     * {@code sha256:SALT:HASH} in hexadecimal, where HASH is the SHA-256 of the salt's 16 bytes followed by the token's
     * 32.
     */
    String hash(SecureRandom random) throws NoSuchAlgorithmException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        HexFormat hex = HexFormat.of();
        return "sha256:" + hex.formatHex(salt) + ":" + hex.formatHex(digest.digest(bytes));
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "Token[***]";
    }
}

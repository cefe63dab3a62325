package io.trunkline.rmi.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a service keeps of a client's token: a salted hash, written {@code sha256:SALT:HASH} in hexadecimal, where
 * HASH is the SHA-256 of the salt and the token. A token is written in hexadecimal too. Tokens are random and long, so
 * one round of a quick hash is enough. Immutable; equal are those with the same salt and hash.
 */
public final class TokenHash {

    private static final String SCHEME = "sha256";
    private static final int SALT_BYTES = 16;

    private final byte[] salt;
    private final byte[] hash;

    private TokenHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /** The hash of a token, with salt of its own. */
    public static TokenHash of(byte[] token, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new TokenHash(salt, hash(salt, token));
    }

    private static byte[] hash(byte[] salt, byte[] token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a hash.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    static TokenHash parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || !parts[0].equals(SCHEME)) throw notOne();
        try {
            byte[] hash = HexFormat.of().parseHex(parts[2]);
            if (hash.length != 32 || parts[1].isEmpty()) throw notOne();
            return new TokenHash(HexFormat.of().parseHex(parts[1]), hash);
        } catch (IllegalArgumentException e) {
            throw notOne();
        }
    }

    private static IllegalArgumentException notOne() {
        return new IllegalArgumentException("a token is kept as " + SCHEME
                + ":SALT:HASH; make one with trunkline keys");
    }

    /** Whether it is the hash of a token. Takes the same time whatever the token is. */
    boolean matches(String token) {
        try {
            return MessageDigest.isEqual(hash, hash(salt, HexFormat.of().parseHex(token)));
        } catch (IllegalArgumentException e) { // it is not hexadecimal
            return false;
        }
    }

    /** As it is written in the file of clients. */
    @Override
    public String toString() {
        return SCHEME + ":" + HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash that && Arrays.equals(salt, that.salt) && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}

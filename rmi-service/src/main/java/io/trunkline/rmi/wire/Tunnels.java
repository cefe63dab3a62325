package io.trunkline.rmi.wire;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for connections that clients open for calls to them. Such a connection begins with a byte that no other
 * begins with, and a session's secret.
 *
 * <p>Safe from any thread.
 */
final class Tunnels {

    /** What the first byte is; that of other connections is the J of JRMP. */
    static final int FIRST_BYTE = 'T';

    private final Map<String, Tunnel> tunnels = new ConcurrentHashMap<>(); // by what digest gives

    /** What a client writes first on a connection that it opens for calls to it. */
    static byte[] preamble(byte[] secret) {
        byte[] bytes = new byte[1 + secret.length];
        bytes[0] = FIRST_BYTE;
        System.arraycopy(secret, 0, bytes, 1, secret.length);
        return bytes;
    }

    /** Lets connections with a secret in, until the tunnel is closed; empty if another tunnel has the secret. */
    Optional<Tunnel> expect(byte[] secret) {
        String digest = digest(secret);
        Tunnel tunnel = new Tunnel(ended -> tunnels.remove(digest, ended));
        return tunnels.putIfAbsent(digest, tunnel) == null ? Optional.of(tunnel) : Optional.empty();
    }

    /** Hands a connection to who waits for it; answers whether anybody does. */
    boolean handOver(byte[] secret, Socket socket) {
        Tunnel tunnel = tunnels.get(digest(secret));
        return tunnel != null && tunnel.offer(socket);
    }

    /** The time that a look-up takes tells about the digest, and nothing about the secret. */
    private static String digest(byte[] secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, EventStream.SECRET_LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

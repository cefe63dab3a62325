package io.trunkline.rmi.pair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** How the two sides of a connection meet: each sends random bytes, the client after the name of the protocol. */
final class Greeting {

    private static final byte[] NAME = "trunkline pair 1".getBytes(StandardCharsets.US_ASCII);

    private Greeting() {}

    static Meeting asClient(Connection connection, SecureRandom random) throws IOException {
        byte[] own = nonce(random);
        connection.write(NAME, own);
        return new Meeting(connection.fingerprint(), own, connection.read(Meeting.NONCE_BYTES));
    }

    static Meeting asServer(Connection connection, SecureRandom random) throws IOException {
        if (!Arrays.equals(connection.read(NAME.length), NAME)) throw new IOException("does not want to pair");
        byte[] other = connection.read(Meeting.NONCE_BYTES);
        byte[] own = nonce(random);
        connection.write(own);
        return new Meeting(connection.fingerprint(), other, own);
    }

    private static byte[] nonce(SecureRandom random) {
        byte[] nonce = new byte[Meeting.NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }
}

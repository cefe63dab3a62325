package io.trunkline.rmi.pair;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How somebody who knows a code shows that, in one meeting, without showing the code. A proof is good for its side and
 * its meeting alone.
 */
final class Proofs {

    static final int BYTES = 32;

    private static final String NAME = "trunkline pair 1 ";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Proofs(SecretKeySpec key) {
        this.key = key;
    }

    /** Stretches a code, which takes a while. */
    static Proofs of(Code code, int rounds) throws GeneralSecurityException {
        // A code is random and used once, so the salt has nothing to tell apart.
        PBEKeySpec spec = new PBEKeySpec(code.signs(), NAME.getBytes(StandardCharsets.US_ASCII), rounds, BYTES * 8);
        byte[] stretched = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        return new Proofs(new SecretKeySpec(stretched, ALGORITHM));
    }

    byte[] ofClient(Meeting meeting) throws GeneralSecurityException {
        return proof("client", meeting);
    }

    byte[] ofServer(Meeting meeting) throws GeneralSecurityException {
        return proof("server", meeting);
    }

    private byte[] proof(String side, Meeting meeting) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        mac.update((NAME + side).getBytes(StandardCharsets.US_ASCII));
        mac.update(meeting.fingerprint());
        mac.update(meeting.clientNonce());
        mac.update(meeting.serverNonce());
        return mac.doFinal();
    }

    /** Compares two proofs; how long that takes says nothing of them. */
    static boolean areEqual(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}

package io.trunkline.rmi.wire;

import java.security.SecureRandom;

/**
 * The name of one run of a service: 128 random bits. Sequences and numbers mean something within one epoch only.
 *
 * @param high the first half
 * @param low the second half
 */
public record Epoch(long high, long low) {

    /** No epoch. */
    public static final Epoch NONE = new Epoch(0, 0);

    /** A new one. */
    public static Epoch random() {
        SecureRandom random = new SecureRandom();
        return new Epoch(random.nextLong(), random.nextLong());
    }

    void write(WireWriter out) {
        out.writeLong(high);
        out.writeLong(low);
    }

    static Epoch read(WireReader in) throws WireException {
        return new Epoch(in.readLong(), in.readLong());
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}

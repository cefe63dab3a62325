package io.trunkline.rmi.wire;

/**
 * 128 bits: the hash of a record, or a sum of such hashes modulo 2^128, to which the order of adding is all one.
 *
 * @param high the upper half
 * @param low the lower half
 */
public record RecordHash(long high, long low) {

    /** The sum of nothing. */
    public static final RecordHash ZERO = new RecordHash(0, 0);

    /** This and another one, added. */
    public RecordHash plus(RecordHash other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new RecordHash(high + other.high + carry, sum);
    }

    /** This without another one that was added. */
    public RecordHash minus(RecordHash other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new RecordHash(high - other.high - borrow, low - other.low);
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}

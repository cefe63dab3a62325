package io.trunkline.rmi.wire;

import io.trunkline.engine.model.RecordKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What books come to at one point between two events, so that two of them can be compared without their records.
 *
 * @param visibility the number of the set of records that it is about; {@link #EVERYTHING} for all
 * @param totals the total of every kind
 */
public record Digest(int visibility, Map<RecordKind, Total> totals) {

    /** The set of all records. */
    public static final int EVERYTHING = 0;

    private static final RecordKind[] KINDS = RecordKind.values();

    /**
     * How many records of a kind there are, and the sum of their hashes.
     *
     * @param count how many
     * @param sum the sum of their {@linkplain RecordHasher hashes}
     */
    public record Total(long count, RecordHash sum) {

        /** The total of no records. */
        public static final Total NONE = new Total(0, RecordHash.ZERO);

        /** The total with one more record. */
        public Total plus(RecordHash hash) {
            return new Total(count + 1, sum.plus(hash));
        }

        /** The total without a record that it has. */
        public Total minus(RecordHash hash) {
            return new Total(count - 1, sum.minus(hash));
        }
    }

    /** Copies the totals; kinds that are missing have none. */
    public Digest {
        Map<RecordKind, Total> copy = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : KINDS) copy.put(kind, totals.getOrDefault(kind, Total.NONE));
        totals = Collections.unmodifiableMap(copy);
    }

    /** The total of a kind. */
    public Total total(RecordKind kind) {
        return totals.get(kind);
    }

    /** The kinds whose totals are not the same. */
    public Set<RecordKind> differences(Digest other) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (RecordKind kind : KINDS) {
            if (!total(kind).equals(other.total(kind))) kinds.add(kind);
        }
        return kinds;
    }

    /**
     * Reads the frame at an offset, which is of the kind {@link FrameKind#DIGEST} and whose length was checked to lie
     * within the array.
     */
    public static Digest decode(byte[] bytes, int offset) throws WireException {
        WireReader in = new WireReader(bytes);
        in.reset(bytes, offset + Frames.HEADER, offset + Frames.length(bytes, offset));
        Digest digest = read(in);
        in.expectEnd();
        return digest;
    }

    void write(WireWriter out) {
        out.writeVarint(visibility);
        for (RecordKind kind : KINDS) {
            Total total = total(kind);
            out.writeVarint(total.count());
            out.writeLong(total.sum().high());
            out.writeLong(total.sum().low());
        }
    }

    static Digest read(WireReader in) throws WireException {
        int visibility = (int) in.readVarint();
        Map<RecordKind, Total> totals = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : KINDS) {
            totals.put(kind, new Total(in.readVarint(), new RecordHash(in.readLong(), in.readLong())));
        }
        return new Digest(visibility, totals);
    }
}

package io.trunkline.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a checker found. For one thread. */
public final class Findings {

    /** What can be wrong with a history. */
    public enum Fault {
        /** Something happened and was not seen. */
        LOST,
        /** Something was seen more often than it happened. */
        DUPLICATED,
        /** Something was seen after what happened later. */
        REORDERED,
        /** Something was seen that did not happen. */
        INVENTED,
        /** At the end, the books of two sides differ. */
        DIFFERENT
    }

    private static final int EXAMPLES = 10;

    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private final List<String> examples = new ArrayList<>();
    private long compared;

    Findings() {}

    void add(Fault fault, String consumer, Object what) {
        long count = counts.merge(fault, 1L, Long::sum);
        if (count <= EXAMPLES) examples.add(fault + " " + consumer + ": " + what);
    }

    void compared() {
        compared++;
    }

    /** How often something was wrong in this way. */
    public long count(Fault fault) {
        return counts.getOrDefault(fault, 0L);
    }

    /** How many entries were compared. */
    public long entries() {
        return compared;
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
        return counts.isEmpty();
    }

    /** The counts, and the first few of each fault. */
    @Override
    public String toString() {
        return compared + " entries compared, " + (isClean() ? "clean" : counts + " " + examples);
    }
}

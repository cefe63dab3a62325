package io.trunkline.faults;

import java.util.HashMap;
import java.util.Map;

/** The numbers of the ticks that a consumer saw. For one thread. */
public final class TickTrail {

    /**
     * What is known of them.
     *
     * @param seen ticks that came
     * @param missing numbers that did not come between two that did, while the connection lasted
     * @param conflated ticks that were said to have been left out
     * @param backwards ticks that came after a later one of their instrument, or twice
     */
    public record Counts(long seen, long missing, long conflated, long backwards) {}

    private final Map<String, Long> last = new HashMap<>();
    private long seen;
    private long missing;
    private long conflated;
    private long backwards;

    TickTrail() {}

    void add(String instrument, long number) {
        Long before = last.put(instrument, number);
        seen++;
        if (before == null) return;
        if (number > before) missing += number - before - 1;
        else backwards++;
    }

    void conflated(long ticks) {
        conflated += ticks;
    }

    /** From here on it cannot be known whether ticks are missing, until the next one of each instrument. */
    void lost() {
        last.clear();
    }

    Counts counts() {
        return new Counts(seen, missing, conflated, backwards);
    }
}

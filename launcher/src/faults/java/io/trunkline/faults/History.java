package io.trunkline.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What one consumer saw in one life, in order. Ticks are not kept but compared at once. Safe from any thread; one at a
 * time adds.
 */
public final class History {

    private final String name;
    private final List<Entry> entries = new ArrayList<>(); // guarded by this object's monitor, like the next
    private final TickTrail ticks = new TickTrail();

    History(String name) {
        this.name = name;
    }

    /** What it is called in findings. */
    public String name() {
        return name;
    }

    /** Adds what it saw next. */
    public synchronized void add(Entry entry) {
        switch (entry.kind()) {
            case TICK -> ticks.add(entry.id(), Long.parseLong(entry.content()));
            case CONFLATED -> ticks.conflated(Long.parseLong(entry.content()));
            case LOST -> ticks.lost();
            default -> entries.add(entry);
        }
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What it saw of ticks. */
    public synchronized TickTrail.Counts ticks() {
        return ticks.counts();
    }
}

package io.trunkline.launcher.ui;

import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.LogEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest log entries of an engine, by what wrote them.
 *
 * <p>The event thread adds and any thread reads; everything is guarded by this object's monitor.
 */
final class PluginLog implements AutoCloseable {

    private static final int CAPACITY = 4_000;

    private final Registration registration;
    private final ArrayDeque<LogEntry> entries = new ArrayDeque<>();

    /** One that keeps what is logged from now on. */
    PluginLog(EventEngine events) {
        registration = events.on(LogEntry.class, this::add);
    }

    private synchronized void add(LogEntry entry) {
        if (entries.size() == CAPACITY) entries.removeFirst();
        entries.addLast(entry);
    }

    /** The newest entries that a plug-in, or what stands behind it, wrote, at most so many; the oldest comes first. */
    synchronized List<LogEntry> of(String plugin, int most) {
        List<LogEntry> found = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (entry.gateway().equals(plugin) || entry.gateway().startsWith(plugin + ".")) found.add(entry);
        }
        return found.subList(Math.max(0, found.size() - most), found.size());
    }

    @Override
    public void close() {
        registration.close();
    }
}

package io.trunkline.rmi.service;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.rmi.wire.Tables;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the service shows of itself, as the answer to clients that ask. They share an answer for a moment, so that many
 * of them cost no more than a few. Thread-safe.
 */
final class MonitorTables {

    /** The answer to who may not see them. */
    static final byte[] NONE = {};

    private static final long FRESH_NANOS = 250_000_000;

    private final Supplier<List<Monitor>> monitors;
    private byte[] answer; // null at first; this and the next are guarded by this
    private long made;

    MonitorTables(Supplier<List<Monitor>> monitors) {
        this.monitors = monitors;
    }

    synchronized byte[] answer() {
        long now = System.nanoTime();
        if (answer == null || now - made > FRESH_NANOS) {
            answer = Tables.encode(monitors.get().stream().map(
                    each -> new Tables.Table(each.name(), each.columns(), each.rows().get())).toList());
            made = now;
        }
        return answer;
    }
}

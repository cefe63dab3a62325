package io.trunkline.bench;

import java.util.Map;

/**
 * How a row is set up for each of its transports.
 *
 * @param workload name of the workload
 * @param clients how many subscribers there are
 * @param jvms in how many JVMs they are
 * @param instruments how many instruments each wants; 0 for all
 * @param window how many events may be on the way to the slowest
 * @param options options for transports
 */
record Setup(String workload, int clients, int jvms, int instruments, long window, Map<String, String> options) {

    /** On the way to a subscriber at most: below the mark at which an engine's queue conflates. */
    static final long WINDOW = 60_000;

    Setup {
        options = Map.copyOf(options);
    }

    static Setup of(String workload, int clients, int jvms) {
        return new Setup(workload, clients, jvms, 0, WINDOW, Map.of());
    }

    Setup withInstruments(int count) {
        return new Setup(workload, clients, jvms, count, window, options);
    }

    Setup withOption(String key, String value) {
        java.util.Map<String, String> more = new java.util.HashMap<>(options);
        more.put(key, value);
        return new Setup(workload, clients, jvms, instruments, window, more);
    }
}

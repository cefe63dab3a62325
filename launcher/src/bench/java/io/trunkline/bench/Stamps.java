package io.trunkline.bench;

import java.time.Instant;

/** Instants that carry a reading of the machine's monotonic clock, which all its JVMs share. */
final class Stamps {

    private static final long BILLION = 1_000_000_000;

    private Stamps() {}

    static Instant now() {
        long nanos = System.nanoTime();
        return Instant.ofEpochSecond(nanos / BILLION, nanos % BILLION);
    }

    static long nanosOf(Instant stamp) {
        return stamp.getEpochSecond() * BILLION + stamp.getNano();
    }
}

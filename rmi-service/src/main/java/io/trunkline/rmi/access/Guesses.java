package io.trunkline.rmi.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down who tries to log in with what is not right: from the sixth failure on, an address has to wait, twice as
 * long each time. Thread-safe.
 */
final class Guesses {

    private static final int FREE = 5;
    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofMinutes(1).toNanos();
    private static final long FORGET = Duration.ofMinutes(10).toNanos();
    private static final int MOST_ADDRESSES = 4096;

    private record Failures(int count, long last) {}

    private final LongSupplier nanoTime;
    private final Map<String, Failures> failures = new LinkedHashMap<>(); // oldest first; guarded by this

    Guesses(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** For how long an address has to wait before it may try again; zero if it need not. */
    synchronized Duration wait(String address) {
        Failures known = failures.get(address);
        if (known == null || known.count <= FREE) return Duration.ZERO;
        long wait = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(known.count - FREE - 1, 10));
        return Duration.ofNanos(Math.max(0, known.last + wait - nanoTime.getAsLong()));
    }

    /** An address tried what was not right. */
    synchronized void failed(String address) {
        long now = nanoTime.getAsLong();
        failures.values().removeIf(each -> now - each.last > FORGET);
        Failures known = failures.remove(address);
        if (failures.size() >= MOST_ADDRESSES) failures.remove(failures.keySet().iterator().next());
        failures.put(address, new Failures(known == null ? 1 : known.count + 1, now));
    }

    /** How many addresses it remembers. */
    synchronized int addresses() {
        return failures.size();
    }

    /** An address logged in. */
    synchronized void succeeded(String address) {
        failures.remove(address);
    }
}

package io.trunkline.engine.sim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The local ids of one start of the exchange: its time, some random letters, a counter. No two starts give the same.
 * Guarded by the exchange's lock.
 */
final class Ids {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BASE = 36;
    private static final long SPAN = (long) BASE * BASE * BASE * BASE * BASE * BASE;

    private final String prefix;
    private long count;

    Ids(Instant start, RandomGenerator random) {
        String letters = Long.toString(random.nextLong(SPAN / BASE, SPAN), BASE); // always six
        prefix = STAMP.format(start) + "-" + letters + "-";
    }

    String next() {
        return prefix + ++count;
    }
}

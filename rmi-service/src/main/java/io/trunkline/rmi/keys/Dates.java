package io.trunkline.rmi.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as files and tables have them. */
final class Dates {

    private Dates() {}

    /** The day in UTC. */
    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}

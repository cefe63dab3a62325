package io.trunkline.rmi.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What the verbs work with.
 *
 * @param files how files are written
 * @param clock tells when something is issued
 * @param random makes keys, tokens and numbers
 */
record Workshop(PrivateFiles files, InstantSource clock, SecureRandom random) {

    /** The time, to the second. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}

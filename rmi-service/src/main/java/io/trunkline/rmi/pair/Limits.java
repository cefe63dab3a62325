package io.trunkline.rmi.pair;

import java.time.Duration;

/**
 * How much the two sides bear.
 *
 * @param rounds of the stretching of a code; both sides must have the same
 * @param connection how long one may take
 * @param wrongCodes after how many an offer ends
 * @param bytes of an identity, at the most
 * @param look how often an offer looks whether it is to end
 */
record Limits(int rounds, Duration connection, int wrongCodes, int bytes, Duration look) {

    static final Limits USUAL = new Limits(600_000, Duration.ofSeconds(10), 3, 65_536, Duration.ofMillis(200));
}

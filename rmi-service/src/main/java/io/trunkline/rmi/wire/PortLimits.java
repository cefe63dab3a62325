package io.trunkline.rmi.wire;

import java.time.Duration;

/**
 * What a listening port bears.
 *
 * @param connections open connections in all
 * @param connectionsPerPeer open connections from one address
 * @param header how long the first bytes of a connection may take in all, and before them agreeing on TLS
 * @param idle how long a read may wait for the next byte
 * @param strangers how long a connection may stand that nobody uses who has logged in
 * @param requestBytes how many bytes may come in without an answer going out
 */
public record PortLimits(
        int connections, int connectionsPerPeer, Duration header, Duration idle, Duration strangers,
        long requestBytes) {

    /** The limits of a service. */
    public static final PortLimits SERVICE = new PortLimits(2048, 1024, Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofSeconds(5), Protocol.MAX_REQUEST + 4096L);
}

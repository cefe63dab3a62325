package io.trunkline.rmi.wire;

import java.time.Duration;

/**
 * What a listening port bears.
 *
 * @param connections open connections in all
 * @param connectionsPerPeer open connections from one address
 * @param header how long the first bytes of a connection may take in all
 * @param idle how long a read may wait for the next byte
 * @param requestBytes how many bytes may come in without an answer going out
 */
public record PortLimits(int connections, int connectionsPerPeer, Duration header, Duration idle, long requestBytes) {

    /** The limits of a service. */
    public static final PortLimits SERVICE = new PortLimits(2048, 1024, Duration.ofSeconds(10), Duration.ofSeconds(30),
            Protocol.MAX_REQUEST + 4096L);
}

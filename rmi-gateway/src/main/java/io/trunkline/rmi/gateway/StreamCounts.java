package io.trunkline.rmi.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a gateway counts of its streams, over all connections. Written on the streams' threads unless said, read by any.
 */
final class StreamCounts {

    final AtomicLong events = new AtomicLong();
    final AtomicLong conflated = new AtomicLong();
    final AtomicLong gaps = new AtomicLong();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong duplicates = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong unknownAppEvents = new AtomicLong();
    final AtomicLong connects = new AtomicLong();
    final AtomicLong digests = new AtomicLong(); // this and the next on the connector's thread
    final AtomicLong digestsThatDiffered = new AtomicLong();
    final AtomicLong resumes = new AtomicLong();
}

package io.trunkline.rmi.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The open connections of a port. Where no more are borne, a newcomer takes the place of the oldest stranger: so a
 * flood turns nobody away who logs in sooner than it fills all places.
 *
 * <p>One thread, which accepts connections, takes places; the rest is safe from any.
 */
final class Places {

    private final PortLimits limits;
    private final AtomicLong turnedAway;
    private final Set<AcceptedSocket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perPeer = new ConcurrentHashMap<>();

    /** The number counts those whose place was taken as well. */
    Places(PortLimits limits, AtomicLong turnedAway) {
        this.limits = limits;
        this.turnedAway = turnedAway;
    }

    /** Takes a place, unless the connection is over or there is none. */
    boolean take(AcceptedSocket socket) {
        String peer = socket.origin();
        if (peer == null) return false;
        if (isFull(peer)) endOldestStranger(other -> peer.equals(other.origin()));
        else if (isFull()) endOldestStranger(other -> true);
        if (isFull() || isFull(peer)) return false;
        perPeer.merge(peer, 1, Integer::sum);
        open.add(socket);
        return true;
    }

    private boolean isFull() {
        return open.size() >= limits.connections();
    }

    private boolean isFull(String peer) {
        return perPeer.getOrDefault(peer, 0) >= limits.connectionsPerPeer();
    }

    private void endOldestStranger(Predicate<AcceptedSocket> condition) {
        long now = System.nanoTime();
        AcceptedSocket oldest = null;
        long age = 0;
        for (AcceptedSocket each : open) {
            long nanos = each.strangerNanos(now);
            if (nanos <= age || !condition.test(each)) continue;
            age = nanos;
            oldest = each;
        }
        if (oldest == null) return;
        turnedAway.incrementAndGet();
        oldest.end();
    }

    /** The system has no room for a newcomer: the oldest stranger makes some, if there is one. */
    void makeRoom() {
        endOldestStranger(any -> true);
    }

    /** Gives a place back. */
    void giveBack(AcceptedSocket socket) {
        if (!open.remove(socket)) return;
        perPeer.computeIfPresent(socket.origin(), (peer, count) -> count == 1 ? null : count - 1);
    }

    int taken() {
        return open.size();
    }

    /** Ends the connections of which something is so. Answers how many. */
    int endIf(Predicate<AcceptedSocket> condition) {
        List<AcceptedSocket> ended = open.stream().filter(condition).toList();
        ended.forEach(AcceptedSocket::end);
        return ended.size();
    }
}

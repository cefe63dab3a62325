package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.WireWriter;
import java.util.Arrays;

/**
 * The frames that a reader wants from a stretch of the log, found by their chains: what it costs depends on how many
 * they are, not on how long the stretch is. If the oldest of them is too far back, ticks that a newer one of their
 * instrument in the same stretch outdates are left out.
 *
 * <p>Owned by the reader's thread.
 */
final class Backlog {

    private static final int TICK = FrameKind.TICK.ordinal();
    private static final int USUAL = 1 << 14; // positions; more than that is given back

    private final EventLog log;
    private final FrameChains chains;
    private final FrameFilter filter;
    private final long conflateAbove;
    private long from;
    private LogPlace until = new LogPlace(0, 0);
    private long lowest; // the lowest position of a wanted frame that was come to
    private long reach; // below it, all was overwritten when the search began
    private boolean conflating;
    private long[] positions = new long[64]; // of the frames to send, rising
    private int size;
    private int next; // among them
    private int[] outdated = {}; // ticks of each instrument that its newest one stands for
    private LogPlace reached = until;
    private long conflated;

    Backlog(EventLog log, FrameFilter filter, long conflateAbove) {
        this.log = log;
        this.chains = log.chains();
        this.filter = filter;
        this.conflateAbove = conflateAbove;
    }

    /** Finds what is wanted from one place to another. Answers false if some of it was overwritten. */
    boolean find(LogPlace start, LogPlace end) {
        from = start.position();
        until = end;
        reach = log.reach();
        if (filter.isAll() && from < reach) return false;
        if (!collect(filter.isAll() && until.position() - from > conflateAbove)) return false;
        if (!conflating && isFarBack(lowest) && !collect(true)) return false;
        if (!log.isIntact(lowest)) return false;
        Arrays.sort(positions, 0, size);
        reached = size == 0 ? end : start;
        return true;
    }

    private boolean isFarBack(long position) {
        return position < until.position() - conflateAbove;
    }

    private boolean collect(boolean leaveOutOutdated) {
        conflating = leaveOutOutdated;
        size = 0;
        next = 0;
        lowest = Long.MAX_VALUE;
        int keys = chains.keys();
        if (conflating && outdated.length < keys) outdated = new int[keys];
        if (!collect(FrameChains.STATE)) return false;
        for (int key = filter.next(1, keys); key < keys; key = filter.next(key + 1, keys)) {
            if (!(conflating ? collectNewest(key) : collect(key))) return false;
        }
        return true;
    }

    private boolean collect(int key) {
        long at = chains.newest(key);
        while (at >= from) {
            if (!visit(at)) return false;
            if (!conflating && isFarBack(at)) return true; // all begins anew, conflating
            if (at < until.position() && (key != FrameChains.STATE || filter.sees(log.ring(), at))) add(at);
            at = chains.before(at);
        }
        return true;
    }

    private boolean collectNewest(int key) {
        long at = chains.newest(key);
        int older = -1;
        while (at >= from) {
            if (!visit(at)) return false;
            if (at < until.position() && ++older == 0) {
                add(at);
                if (filter.isAll()) return true; // then the sequences tell how many there are
            }
            at = chains.before(at);
        }
        outdated[key] = Math.max(0, older);
        return true;
    }

    /** Answers false if the frame there is known to be overwritten. */
    private boolean visit(long at) {
        lowest = Math.min(lowest, at);
        return at >= reach;
    }

    private void add(long at) {
        if (size == positions.length) positions = Arrays.copyOf(positions, size * 2);
        positions[size++] = at;
    }

    /** Whether there are frames left to send. */
    boolean hasMore() {
        return next < size;
    }

    /** Whether ticks were left out of what was found last. */
    boolean isConflating() {
        return conflating;
    }

    /** Copies the next frames, up to some bytes, but at least one. Answers how many; 0 if one was overwritten. */
    int copy(WireWriter out, int limit) {
        FrameRing ring = log.ring();
        long lowestCopied = positions[next];
        int start = out.length();
        int copied = 0;
        long counted = 0;
        long position = 0;
        long sequence = 0;
        while (next < size) {
            long at = positions[next];
            int length = ring.length(at);
            if (length < Frames.HEADER || length > ring.room(at) || length > Protocol.MAX_FRAME) return 0;
            if (copied > 0 && out.length() - start + length > limit) break;
            ring.copy(at, length, out);
            if (conflating) counted += standsFor(ring, at);
            position = at + length;
            sequence = ring.sequence(at);
            copied++;
            next++;
        }
        if (!log.isIntact(lowestCopied)) return 0;
        long after = reached.sequence();
        reached = next < size ? new LogPlace(position, sequence) : until;
        conflated = conflating && filter.isAll() ? reached.sequence() - after - copied : counted;
        if (next == size && size > USUAL) positions = new long[64];
        return copied;
    }

    private int standsFor(FrameRing ring, long at) {
        int instrument = ring.instrument(at); // anything at all if it was overwritten meanwhile
        boolean known = ring.kind(at) == TICK && instrument >= 0 && instrument < outdated.length;
        return known ? outdated[instrument] : 0;
    }

    /** The place up to which everything wanted was copied. */
    LogPlace reached() {
        return reached;
    }

    /** How many ticks the last copy left out, up to where it came. */
    long conflated() {
        return conflated;
    }
}

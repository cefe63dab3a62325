package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.wire.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Compares the engine's books, as far as they are this gateway's, with what the server says that its own come to, and
 * decides when they have to be made anew from a snapshot.
 *
 * <p>On the event thread only references are copied, and a newer copy replaces one that nobody looked at. Everything
 * else is for the connector's thread, but for {@link #said}, which is the stream's, and {@link #sign}, which is
 * anybody's.
 */
final class BooksCheck {

    /** The books as they were when the server's came to a digest. */
    private record Copy(long session, Digest atServer, long sequence, Snapshot books) {}

    private static final long BETWEEN_HEALS = Duration.ofSeconds(30).toNanos();
    private static final String UNKNOWN = "not compared yet";
    private static final String EQUAL = "equal";

    private final GatewayContext context;
    private final StreamCounts counts;
    private final OwnTotals totals;
    private final AtomicReference<Copy> waiting = new AtomicReference<>();
    private final AtomicReference<Snapshot> held = new AtomicReference<>(); // the books to make the mirror from
    private volatile long session; // the number of the stream whose digests count; written by the connector's thread
    private volatile String sign = UNKNOWN; // this too
    private Set<RecordKind> differing = EnumSet.noneOf(RecordKind.class);
    private boolean isToldToWait; // it was said that healing did not help, or comes too soon after the last one
    private boolean hasHealed;
    private long lastHeal; // by System.nanoTime, if there was one
    private boolean isHealing;

    BooksCheck(GatewayContext context, StreamCounts counts) {
        this.context = context;
        this.counts = counts;
        this.totals = new OwnTotals(context.name());
    }

    /** How the books compared the last time, in words. Any thread. */
    String sign() {
        return sign;
    }

    /** Another server is to come, with books of its own. To be called while no connector works. */
    void forget() {
        begin();
        sign = UNKNOWN;
        differing = EnumSet.noneOf(RecordKind.class);
        isHealing = false;
    }

    /** Another stream begins; what the one before said does not count any longer. */
    void begin() {
        session++;
    }

    /**
     * The server said what its books come to. On the stream's thread.
     *
     * @param onCopy called on the event thread once there is something to compare
     */
    void said(Digest atServer, long sequence, Runnable onCopy) {
        long current = session;
        context.snapshots().accept(books -> {
            waiting.set(new Copy(current, atServer, sequence, books));
            onCopy.run();
        });
    }

    /**
     * Compares what waits to be compared. Answers why the session must be ended for a fresh snapshot; empty if it need
     * not.
     */
    String look() {
        Copy copy = waiting.getAndSet(null);
        if (copy != null && copy.session == session) compare(copy);
        if (differing.isEmpty() || hasHealed && System.nanoTime() - lastHeal < BETWEEN_HEALS) return "";
        isHealing = true;
        isToldToWait = false;
        return "the books differ from the server's: " + Differences.names(differing);
    }

    private void compare(Copy copy) {
        Digest here = totals.of(copy.books);
        boolean wasEqual = differing.isEmpty();
        differing = copy.atServer.differences(here);
        counts.digests.incrementAndGet();
        if (differing.isEmpty()) {
            sign = EQUAL;
            if (!wasEqual) log(LogLevel.INFO, "the books are equal to the server's again");
            return;
        }
        counts.digestsThatDiffered.incrementAndGet();
        sign = "differ: " + Differences.names(differing);
        BooksDifferEvent.record(context.name(), Differences.names(differing), copy.sequence);
        boolean isSoon = hasHealed && System.nanoTime() - lastHeal < BETWEEN_HEALS;
        if (isSoon && isToldToWait) return;
        isToldToWait = isSoon;
        log(LogLevel.WARNING, "the books differ from the server's as of its sequence " + copy.sequence + ": "
                + figures(here, copy.atServer) + (isSoon ? "; a fresh snapshot was taken less than "
                + Duration.ofNanos(BETWEEN_HEALS).toSeconds() + " s ago, the next one has to wait"
                : "; taking a fresh snapshot"));
    }

    private String figures(Digest here, Digest atServer) {
        List<String> figures = new ArrayList<>();
        for (RecordKind kind : differing) {
            figures.add(Differences.name(kind) + " (" + here.total(kind).count() + " here, "
                    + atServer.total(kind).count() + " there)");
        }
        return String.join(", ", figures);
    }

    private void log(LogLevel level, String message) {
        context.sink().publish(new LogEntry(context.name(), level, message, context.clock().instant()));
    }

    /** Whether the next stream has to begin with a snapshot that is compared with what the books really hold. */
    boolean isHealing() {
        return isHealing;
    }

    /**
     * Asks for what the books hold, once nothing of the last stream is published any more.
     *
     * @param onCopy called on the event thread once {@link #heal} can go on
     */
    void askForBooks(Runnable onCopy) {
        held.set(null);
        context.snapshots().accept(books -> {
            held.set(books);
            onCopy.run();
        });
    }

    /** Makes the mirror what the books hold. Answers false if that is not known yet. */
    boolean heal(Mirror mirror) {
        Snapshot books = held.getAndSet(null);
        if (books == null) return false;
        List<StateRecord> own = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            for (StateRecord record : OwnTotals.records(books, kind)) {
                if (GatewayPath.isUnder(record.gateway(), context.name())) own.add(record);
            }
        }
        synchronized (mirror) {
            mirror.replaceBy(own);
        }
        isHealing = false;
        hasHealed = true;
        lastHeal = System.nanoTime();
        return true;
    }
}

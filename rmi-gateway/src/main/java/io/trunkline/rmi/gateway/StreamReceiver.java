package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Resync;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.WireException;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Takes one session's stream: checks its numbers, decodes its frames and publishes them. It begins with a snapshot, or
 * goes on where the session before ended.
 *
 * <p>{@link #readFrom} runs on the thread of the connection that carries the stream. The mirror, which the next
 * session's receiver goes on with, is guarded by its monitor; after {@link #cancel} nothing more is published. What a
 * stream says that the protocol does not allow ends it, and nothing of it from there on is published.
 */
final class StreamReceiver implements EventStream.Receiver {

    /** Learns how far the stream is. Called on the stream's thread, in the order of what is published. */
    interface Progress {

        /** The snapshot, or what was missed, is complete and published. */
        void live();

        /** The server said what its books came to at a sequence: when all before it was published, and no more. */
        void said(Digest digest, long sequence);

        /** Nothing more will come. */
        void ended();
    }

    private final GatewayContext context;
    private final Mirror mirror;
    private final RemoteStates states;
    private final StreamCounts counts;
    private final Progress progress;
    private final ServerClock clock = new ServerClock();
    private final TransitTimes transits;
    private final FrameIntake intake; // this and the next five are guarded by mirror
    private volatile int visibility = Digest.EVERYTHING; // set before the stream begins
    private Epoch epoch = Epoch.NONE;
    private ResumePoint point;
    private long liveFrom; // the sequence from which on it has caught up
    private boolean cancelled;
    private boolean resumed;
    private volatile boolean synced;
    private volatile boolean live;
    private volatile boolean ended;
    private volatile String endReason = "";
    private volatile long through;
    private volatile long heardNanos = System.nanoTime();

    StreamReceiver(
            GatewayContext context, Mirror mirror, RemoteStates states, StreamCounts counts,
            Subscriptions subscriptions, ResumePoint point, Progress progress) {
        this.context = context;
        this.mirror = mirror;
        this.states = states;
        this.counts = counts;
        this.progress = progress;
        this.point = point;
        this.transits = new TransitTimes(clock, counts.transits);
        this.intake = new FrameIntake(context, mirror, states, counts, subscriptions, this::said);
    }

    /** Where a session can take up the stream; changes as this receives. */
    ResumePoint resumePoint() {
        synchronized (mirror) {
            return point;
        }
    }

    /** Says what the session's stream is, before it begins. */
    void begin(OpenReply.Opened opened) {
        synchronized (mirror) {
            epoch = opened.epoch();
            liveFrom = opened.through();
            visibility = opened.visibility();
            if (!opened.resumed()) return;
            intake.goOnWith(point.decoder());
            through = point.through();
            resumed = true;
            counts.resumes.incrementAndGet();
        }
    }

    /** The server's log has digests for others as well. */
    private void said(Digest digest, long sequence) {
        if (digest.visibility() == visibility) progress.said(digest, sequence);
    }

    /** Whether it goes on where the session before ended. */
    boolean isResumed() {
        synchronized (mirror) {
            return resumed;
        }
    }

    /** Whether the snapshot is complete, or none is needed. */
    boolean isSynced() {
        return synced;
    }

    /** Whether it has caught up with what was before it began. */
    boolean isLive() {
        return live;
    }

    /** Whether nothing more will come. */
    boolean isEnded() {
        return ended;
    }

    /** What the server said, or what broke, when the stream ended. */
    String endReason() {
        return endReason;
    }

    /** The sequence up to which everything was published. */
    long through() {
        return through;
    }

    /** When something was last heard, by System.nanoTime. */
    long heardNanos() {
        return heardNanos;
    }

    /** What is known of the session's server's clock; for whoever hears of it to add to. */
    ServerClock clock() {
        return clock;
    }

    /** Stops publishing, from the moment this returns. */
    void cancel() {
        synchronized (mirror) {
            cancelled = true;
        }
    }

    /** The server ended the session by another way than the stream. */
    void closedByServer(String reason) {
        end(reason);
    }

    private void heard() {
        heardNanos = System.nanoTime();
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        Chunk chunk = new Chunk();
        String reason = "reading the stream failed";
        try {
            goOn();
            do {
                chunk.read(in, this::heard);
                synchronized (mirror) {
                    if (cancelled) throw new IOException("the session is over");
                    point = ResumePoint.NONE; // unless all of the chunk is good
                    take(chunk);
                    if (synced) point = new ResumePoint(epoch, through, intake.decoder());
                }
            } while (chunk.kind() != Chunk.Kind.CLOSE);
            reason = Messages.decodeText(Arrays.copyOf(chunk.body(), chunk.length()));
        } catch (WireException e) {
            reason = "the stream cannot be read: " + e.getMessage();
            throw e;
        } catch (IOException e) {
            reason = "the connection broke" + (e.getMessage() == null ? "" : ": " + e.getMessage());
            throw e;
        } finally {
            end(reason);
        }
    }

    /** Goes on with what was known, if the stream is taken up again. */
    private void goOn() {
        synchronized (mirror) {
            if (cancelled || !resumed) return;
            synced = true;
            states.regain().forEach(context.sink()::publish);
            goLiveIfCaughtUp();
        }
    }

    /** Publishes, once what was missed has been published, that there was nothing else. */
    private void goLiveIfCaughtUp() {
        if (live || !resumed || through < liveFrom) return;
        context.sink().publish(new Resync(context.name(), Map.of(), context.clock().instant()));
        live = true;
        progress.live();
    }

    private void end(String reason) {
        synchronized (this) {
            if (ended) return;
            endReason = reason;
            ended = true;
        }
        progress.ended();
    }

    private void take(Chunk chunk) throws WireException {
        counts.bytes.addAndGet(chunk.length());
        switch (chunk.kind()) {
            case EVENTS -> takeEvents(chunk);
            case SNAPSHOT_BEGIN -> {
                if (synced) throw new WireException("a second snapshot");
                intake.beginSnapshot();
            }
            case SNAPSHOT -> intake.takeSnapshot(chunk);
            case IMAGE -> {
                if (!synced) throw new WireException("last ticks before the snapshot's end");
                intake.takeImage(chunk);
            }
            case SNAPSHOT_END -> endSnapshot(chunk.through());
            case CLOSE -> { }
        }
    }

    private void takeEvents(Chunk chunk) throws WireException {
        if (!synced && chunk.length() > 0) throw new WireException("events before the snapshot's end");
        checkSequence(chunk);
        intake.takeEvents(chunk, chunk.after());
        if (chunk.length() > 0) transits.decoded(chunk.sentNanos(), heardNanos);
        if (chunk.conflated() > 0) {
            counts.conflated.addAndGet(chunk.conflated());
            context.sink().publish(new Conflated(context.name(), chunk.conflated()));
        }
        through = chunk.through();
        goLiveIfCaughtUp();
    }

    private void checkSequence(Chunk chunk) throws WireException {
        long expected = through;
        if (chunk.through() < chunk.after()) {
            throw new WireException("a chunk from " + chunk.after() + " back to " + chunk.through());
        }
        if (chunk.after() == expected) return;
        if (chunk.after() > expected) {
            counts.gaps.incrementAndGet();
            counts.lost.addAndGet(chunk.after() - expected);
        } else {
            counts.duplicates.addAndGet(Math.min(expected, chunk.through()) - chunk.after());
        }
        throw new WireException("the stream goes on after " + chunk.after() + " instead of " + expected);
    }

    private void endSnapshot(long sequence) throws WireException {
        intake.endSnapshot();
        through = sequence;
        synced = true;
        live = true;
        progress.live();
        mirror.enterFirst();
    }
}

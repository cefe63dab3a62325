package io.trunkline.rmi.gateway;

import io.trunkline.engine.event.Batch;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.FrameDecoder;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.WireException;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Takes one session's stream: checks its numbers, decodes its frames and publishes them. It begins with a snapshot, or
 * goes on where the session before ended.
 *
 * <p>{@link #readFrom} runs on the thread of the connection that carries the stream. The mirror, which the next
 * session's receiver goes on with, is guarded by its monitor; after {@link #cancel} nothing more is published. What a
 * stream says that the protocol does not allow ends it, and nothing of it from there on is published.
 */
final class StreamReceiver implements EventStream.Receiver {

    private static final int FEW = 4096; // bytes of frames for which the event thread wakes only once
    private static final Batch NO_BATCH = () -> { };

    /** Learns how far the stream is. Called on the stream's thread, in the order of what is published. */
    interface Progress {

        /** The snapshot, or what was missed, is complete and published. */
        void live();

        /** Nothing more will come. */
        void ended();
    }

    private final GatewayContext context;
    private final Mirror mirror;
    private final RemoteStates states;
    private final StreamCounts counts;
    private final Subscriptions subscriptions;
    private final Progress progress;
    private FrameDecoder decoder; // this and the next seven are guarded by mirror
    private Epoch epoch = Epoch.NONE;
    private ResumePoint point;
    private long liveFrom; // the sequence from which on it has caught up
    private boolean cancelled;
    private boolean resumed;
    private boolean inSnapshot;
    private boolean resync;
    private long unknownAppEvents; // of this stream, as counted
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
        this.subscriptions = subscriptions;
        this.progress = progress;
        this.point = point;
        this.decoder = new FrameDecoder(context.name(), context.codecs());
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
            if (!opened.resumed()) return;
            decoder = point.decoder();
            unknownAppEvents = decoder.unknownAppEvents();
            through = point.through();
            resumed = true;
            counts.resumes.incrementAndGet();
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

    @Override
    public void readFrom(DataInput in) throws IOException {
        Chunk chunk = new Chunk();
        String reason = "reading the stream failed";
        try {
            goOn();
            do {
                chunk.read(in);
                heardNanos = System.nanoTime();
                synchronized (mirror) {
                    if (cancelled) throw new IOException("the session is over");
                    point = ResumePoint.NONE; // unless all of the chunk is good
                    take(chunk);
                    if (synced) point = new ResumePoint(epoch, through, decoder);
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
            case SNAPSHOT_BEGIN -> beginSnapshot();
            case SNAPSHOT -> {
                if (!inSnapshot) throw new WireException("a part of a snapshot outside of one");
                decodeAll(chunk, Long.MIN_VALUE);
            }
            case IMAGE -> takeImage(chunk);
            case SNAPSHOT_END -> endSnapshot(chunk.through());
            case CLOSE -> { }
        }
    }

    /** Last ticks, outside of the sequence. */
    private void takeImage(Chunk chunk) throws WireException {
        if (!synced) throw new WireException("last ticks before the snapshot's end");
        int tick = FrameKind.TICK.ordinal();
        for (int at = 0; at < chunk.length(); at = Frames.end(chunk.body(), at, chunk.length())) {
            Frames.end(chunk.body(), at, chunk.length());
            if (Frames.kind(chunk.body(), at) == tick) continue;
            throw new WireException("something else than a tick outside of the sequence");
        }
        decodeAll(chunk, Long.MIN_VALUE);
    }

    private void takeEvents(Chunk chunk) throws WireException {
        if (!synced && chunk.length() > 0) throw new WireException("events before the snapshot's end");
        checkSequence(chunk);
        decodeAll(chunk, chunk.after());
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

    private void beginSnapshot() throws WireException {
        if (synced || inSnapshot) throw new WireException("a second snapshot");
        inSnapshot = true;
        resync = !mirror.isEmpty();
        mirror.beginSnapshot();
    }

    private void endSnapshot(long sequence) throws WireException {
        if (!inSnapshot) throw new WireException("a snapshot ends that did not begin");
        inSnapshot = false;
        Map<RecordKind, Set<Id>> gone = mirror.endSnapshot();
        states.forgetUnseen();
        if (resync) context.sink().publish(new Resync(context.name(), gone, context.clock().instant()));
        through = sequence;
        synced = true;
        live = true;
        progress.live();
        mirror.enterFirst();
    }

    /** Publishes a chunk's events. Sequences must rise from {@code after} on, unless that is the smallest number. */
    private void decodeAll(Chunk chunk, long after) throws WireException {
        byte[] bytes = chunk.body();
        EventSink sink = context.sink();
        long last = after;
        int published = 0;
        Batch batch = chunk.length() <= FEW ? sink.batch() : NO_BATCH;
        try {
            for (int at = 0, end; at < chunk.length(); at = end) {
                end = Frames.end(bytes, at, chunk.length());
                if (after != Long.MIN_VALUE) last = next(last, Frames.sequence(bytes, at), chunk.through());
                Event event = decoder.decode(bytes, at);
                if (event == null) {
                    countUnknown();
                } else if (isNews(event)) {
                    sink.publish(event);
                    published++;
                }
            }
        } finally {
            batch.close();
            counts.events.addAndGet(published);
        }
    }

    private void countUnknown() {
        counts.unknownAppEvents.addAndGet(decoder.unknownAppEvents() - unknownAppEvents);
        unknownAppEvents = decoder.unknownAppEvents();
    }

    private long next(long last, long sequence, long through) throws WireException {
        if (sequence > last && sequence <= through) return sequence;
        if (sequence <= last) counts.duplicates.incrementAndGet();
        throw new WireException("frame " + sequence + " follows frame " + last + " in a chunk through " + through);
    }

    /** Keeps the mirror up to date; answers whether the event says anything new. */
    private boolean isNews(Event event) {
        if (event instanceof Tick) return true;
        if (event instanceof StateRecord record) {
            boolean changed = mirror.put(record);
            if (changed && record instanceof Contract) subscriptions.hint();
            return changed || !inSnapshot;
        }
        if (event instanceof GatewayStatus status) {
            subscriptions.hint();
            return states.put(status, inSnapshot);
        }
        if (event instanceof Resync gone) mirror.remove(gone);
        return true;
    }
}

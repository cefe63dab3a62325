package io.trunkline.rmi.gateway;

import io.trunkline.engine.event.Batch;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.FrameDecoder;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Decodes the frames of one session's chunks and publishes what they say; of a snapshot only what is news here. Used by
 * the session's receiver, under its lock.
 */
final class FrameIntake {

    private static final int FEW = 4096; // bytes of frames for which the event thread wakes only once
    private static final Batch NO_BATCH = () -> { };
    private static final int TICK = FrameKind.TICK.ordinal();
    private static final int DIGEST = FrameKind.DIGEST.ordinal();

    private final GatewayContext context;
    private final Mirror mirror;
    private final RemoteStates states;
    private final StreamCounts counts;
    private final Subscriptions subscriptions;
    private final BiConsumer<Digest, Long> digests;
    private FrameDecoder decoder;
    private long unknownAppEvents; // of this stream, as counted
    private boolean inSnapshot;
    private boolean isResync; // the snapshot is compared with what was published before

    /** An intake that hands on digests, each with its sequence, in their place among what is published. */
    FrameIntake(
            GatewayContext context, Mirror mirror, RemoteStates states, StreamCounts counts,
            Subscriptions subscriptions, BiConsumer<Digest, Long> digests) {
        this.context = context;
        this.mirror = mirror;
        this.states = states;
        this.counts = counts;
        this.subscriptions = subscriptions;
        this.digests = digests;
        this.decoder = new FrameDecoder(context.name(), context.codecs());
    }

    /** Knows the numbers that were given so far. */
    FrameDecoder decoder() {
        return decoder;
    }

    /** Takes over the numbers of the session that this one goes on with. */
    void goOnWith(FrameDecoder known) {
        decoder = known;
        unknownAppEvents = known.unknownAppEvents();
    }

    void beginSnapshot() throws WireException {
        if (inSnapshot) throw new WireException("a second snapshot");
        inSnapshot = true;
        isResync = !mirror.isEmpty();
        mirror.beginSnapshot();
    }

    /** The snapshot is complete, but for {@link Mirror#enterFirst}. */
    void endSnapshot() throws WireException {
        if (!inSnapshot) throw new WireException("a snapshot ends that did not begin");
        inSnapshot = false;
        Map<RecordKind, Set<Id>> gone = mirror.endSnapshot();
        states.forgetUnseen();
        mirror.takeDifferences().forEach(this::warn);
        if (isResync) context.sink().publish(new Resync(context.name(), gone, context.clock().instant()));
    }

    private void warn(String sentence) {
        context.sink().publish(
                new LogEntry(context.name(), LogLevel.WARNING, sentence, context.clock().instant()));
    }

    /** Last ticks, outside of the sequence. */
    void takeImage(Chunk chunk) throws WireException {
        for (int at = 0; at < chunk.length(); at = Frames.end(chunk.body(), at, chunk.length())) {
            Frames.end(chunk.body(), at, chunk.length());
            if (Frames.kind(chunk.body(), at) == TICK) continue;
            throw new WireException("something else than a tick outside of the sequence");
        }
        takeEvents(chunk, Long.MIN_VALUE);
    }

    /** Publishes a chunk's events. Sequences must rise from {@code after} on, unless that is the smallest number. */
    void takeEvents(Chunk chunk, long after) throws WireException {
        byte[] bytes = chunk.body();
        EventSink sink = context.sink();
        long last = after;
        int published = 0;
        Batch batch = chunk.length() <= FEW ? sink.batch() : NO_BATCH;
        try {
            for (int at = 0, end; at < chunk.length(); at = end) {
                end = Frames.end(bytes, at, chunk.length());
                if (after != Long.MIN_VALUE) last = next(last, Frames.sequence(bytes, at), chunk.through());
                if (Frames.kind(bytes, at) == DIGEST) {
                    digests.accept(Digest.decode(bytes, at), last);
                    continue;
                }
                Event event = decoder.decode(bytes, at);
                if (event == null) {
                    countUnknown();
                } else if (note(event)) {
                    sink.publish(event);
                    published++;
                }
            }
        } finally {
            batch.close();
            counts.events.addAndGet(published);
        }
    }

    private long next(long last, long sequence, long through) throws WireException {
        if (sequence > last && sequence <= through) return sequence;
        if (sequence <= last) counts.duplicates.incrementAndGet();
        throw new WireException("frame " + sequence + " follows frame " + last + " in a chunk through " + through);
    }

    private void countUnknown() {
        counts.unknownAppEvents.addAndGet(decoder.unknownAppEvents() - unknownAppEvents);
        unknownAppEvents = decoder.unknownAppEvents();
    }

    /** Keeps what is known up to date with an event of the stream; answers whether to publish it. */
    private boolean note(Event event) {
        if (event instanceof Tick) return true;
        if (event instanceof StateRecord record) {
            Mirror.Change change = mirror.put(record);
            if (change != Mirror.Change.NONE && record instanceof Contract) subscriptions.hint();
        } else if (event instanceof GatewayStatus status) {
            subscriptions.hint();
            return states.put(status, false);
        } else if (event instanceof Resync gone) {
            mirror.remove(gone);
        }
        return true;
    }

    /**
     * Publishes what is news in a part of a snapshot. A record that books would not take in place of the one that they
     * have is taken out of them first, so that they end up with what the server has.
     */
    void takeSnapshot(Chunk chunk) throws WireException {
        if (!inSnapshot) throw new WireException("a part of a snapshot outside of one");
        byte[] bytes = chunk.body();
        List<Event> news = new ArrayList<>();
        Map<RecordKind, Set<Id>> contradicted = new EnumMap<>(RecordKind.class);
        try {
            for (int at = 0, end; at < chunk.length(); at = end) {
                end = Frames.end(bytes, at, chunk.length());
                if (Frames.kind(bytes, at) == DIGEST) throw new WireException("a digest in a snapshot");
                Event event = decoder.decode(bytes, at);
                if (event != null && isNews(event, contradicted)) news.add(event);
            }
        } finally {
            if (!contradicted.isEmpty()) {
                context.sink().publish(new Resync(context.name(), contradicted, context.clock().instant()));
            }
            news.forEach(context.sink()::publish);
            counts.events.addAndGet(news.size());
        }
    }

    private boolean isNews(Event event, Map<RecordKind, Set<Id>> contradicted) {
        if (event instanceof StateRecord record) {
            Mirror.Change change = mirror.put(record);
            if (change == Mirror.Change.CONTRADICTION) {
                contradicted.computeIfAbsent(RecordKind.of(record), kind -> new HashSet<>()).add(record.id());
            }
            if (change != Mirror.Change.NONE && record instanceof Contract) subscriptions.hint();
            return change != Mirror.Change.NONE;
        }
        if (event instanceof GatewayStatus status) {
            subscriptions.hint();
            return states.put(status, true);
        }
        if (event instanceof Resync gone) mirror.remove(gone);
        return true;
    }
}

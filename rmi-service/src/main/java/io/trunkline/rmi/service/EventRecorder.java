package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.WireWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes every event that the engine's books applied, once, into the log, and now and then what the books come to.
 * Everything but the counts and {@link #isDigestDue} runs on the event thread.
 */
final class EventRecorder implements Tap {

    /**
     * Where a session begins: a place in the log, and the books and the numbers as they were there.
     */
    record Start(Snapshot books, Dictionary.Image numbers, LogPlace place) {}

    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final MainEngine engine;
    private final EventLog log;
    private final Dictionary dictionary = new Dictionary();
    private final FrameEncoder encoder;
    private final WireWriter scratch = new WireWriter(1 << 12);
    private final AtomicLong failures = new AtomicLong();
    private final BookSums sums = new BookSums();
    private final long digestNanos;
    private volatile long lastDigest; // by System.nanoTime; this and the next are written by the event thread
    private volatile boolean isDigestOld = true;

    /** A recorder that lets the given time pass between two digests. */
    EventRecorder(MainEngine engine, EventLog log, Duration digestInterval) {
        this.engine = engine;
        this.log = log;
        this.digestNanos = digestInterval.toNanos();
        this.lastDigest = System.nanoTime();
        int longest = Math.min(Protocol.MAX_FRAME, log.capacity() / 4); // so that a frame never fills the ring
        this.encoder = new FrameEncoder(dictionary, 0, engine::appEventCodec, longest);
    }

    /** Gives numbers to all that the books hold already, so that whatever a session starts with has one; sums it up. */
    void begin() {
        Snapshot books = engine.snapshot();
        books.contracts().forEach(this::define);
        books.accounts().forEach(this::define);
        books.positions().forEach(this::define);
        books.orders().forEach(this::define);
        books.trades().forEach(this::define);
        books.quotes().forEach(this::define);
        books.gateways().forEach(this::define);
        books.ticks().forEach(this::define);
    }

    private void define(Event event) {
        scratch.clear();
        try {
            encoder.define(event, scratch);
        } catch (IllegalArgumentException | IllegalStateException e) {
            count(e);
        }
        append();
        log.idle();
        if (event instanceof StateRecord record) note(record, encodeOutside(event).length() > 0);
    }

    @Override
    public void onEvent(Event event) {
        if (event instanceof Resync resync) {
            ResyncParts.of(resync).forEach(this::record);
            sums.remove(resync);
            isDigestOld = true;
            return;
        }
        boolean isSent = record(event);
        if (!(event instanceof Tick) && event instanceof StateRecord record) note(record, isSent);
    }

    /** Keeps the sums those of the records that clients have: without one that cannot be sent. */
    private void note(StateRecord record, boolean isSent) {
        if (isSent) sums.put(record);
        else sums.remove(RecordKind.of(record), record.id());
        if (!isDigestOld) isDigestOld = true;
    }

    /** Whether something changed since the last digest, which was long enough ago. Any thread. */
    boolean isDigestDue() {
        return isDigestOld && System.nanoTime() - lastDigest >= digestNanos;
    }

    /** Says in the log what the books come to, if that is due. */
    void digest() {
        if (!isDigestDue()) return;
        isDigestOld = false;
        lastDigest = System.nanoTime();
        scratch.clear();
        sums.digests().forEach(digest -> encoder.encode(digest, scratch));
        append();
        log.idle();
    }

    @Override
    public void onIdle() {
        log.idle();
    }

    /** Answers whether the event, and not only definitions, is in the log. */
    private boolean record(Event event) {
        boolean isEncoded = false;
        scratch.clear();
        try {
            isEncoded = encoder.encode(event, scratch);
        } catch (IllegalArgumentException | IllegalStateException e) {
            count(e);
        }
        append();
        return isEncoded;
    }

    private void count(RuntimeException fault) {
        if (failures.incrementAndGet() == 1) LOG.warn("an event does not reach clients: {}", fault.getMessage());
    }

    /** Also after a fault: the definitions before it have their numbers. */
    private void append() {
        if (scratch.length() > 0) log.append(scratch.array(), scratch.length(), encoder.sequence());
    }

    /** A session sees a set of records: its digests are made from now on, and the next one soon. */
    void use(Sight sight) {
        sums.use(sight.number(), sight.view()::sees);
        isDigestOld = true;
    }

    /** A session that saw a set of records is over. */
    void release(Sight sight) {
        sums.release(sight.number());
    }

    /** Tells by the headers of frames what a view shows; the number is that of the set of records. Any thread. */
    Sight sight(View view, int number) {
        return new Sight(view, number, dictionary);
    }

    /** Where a session that begins now begins. */
    Start start() {
        return new Start(engine.snapshot(), dictionary.image(), log.end());
    }

    /** The number of an instrument at a gateway; 0 if it has none. */
    int knownNumber(String gateway, InstrumentId instrument) {
        return dictionary.numberOf(gateway, instrument);
    }

    /**
     * The number of an instrument at a gateway, which is given one if it has none; 0 if its name is too long to be
     * sent.
     */
    int numberOf(String gateway, InstrumentId instrument) {
        int number = knownNumber(gateway, instrument);
        if (number != 0) return number;
        define(Tick.builder().gateway(gateway).instrument(instrument).time(engine.options().clock().instant()).build());
        return knownNumber(gateway, instrument);
    }

    /** The frame of the last tick of an instrument, as of now; empty if there is none. */
    byte[] imageOf(String gateway, InstrumentId instrument) {
        Tick tick = engine.tick(gateway, instrument).orElse(null);
        return tick == null ? new byte[0] : encodeOutside(tick).toByteArray();
    }

    /** The frame of an event that came before; nothing if it cannot be sent. */
    private WireWriter encodeOutside(Event event) {
        WireWriter out = new WireWriter(128);
        try {
            encoder.encodeOutside(event, out);
        } catch (IllegalArgumentException e) {
            LOG.debug("what came before cannot be sent", e); // it was counted when it came
        }
        return out;
    }

    /** How many events could not be encoded. */
    long failures() {
        return failures.get();
    }
}

package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.WireWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes every event that the engine's books applied, once, into the log. Everything but the counts runs on the event
 * thread.
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

    EventRecorder(MainEngine engine, EventLog log) {
        this.engine = engine;
        this.log = log;
        int longest = Math.min(Protocol.MAX_FRAME, log.capacity() / 4); // so that a frame never fills the ring
        this.encoder = new FrameEncoder(dictionary, 0, engine::appEventCodec, longest);
    }

    /** Gives numbers to all that the books hold already, so that whatever a session starts with has one. */
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
    }

    @Override
    public void onEvent(Event event) {
        if (event instanceof Resync resync) ResyncParts.of(resync).forEach(this::record);
        else record(event);
    }

    @Override
    public void onIdle() {
        log.idle();
    }

    private void record(Event event) {
        scratch.clear();
        try {
            encoder.encode(event, scratch);
        } catch (IllegalArgumentException | IllegalStateException e) {
            count(e);
        }
        append();
    }

    private void count(RuntimeException fault) {
        if (failures.incrementAndGet() == 1) LOG.warn("an event does not reach clients: {}", fault.getMessage());
    }

    /** Also after a fault: the definitions before it have their numbers. */
    private void append() {
        if (scratch.length() > 0) log.append(scratch.array(), scratch.length(), encoder.sequence());
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
        if (tick == null) return new byte[0];
        WireWriter out = new WireWriter(128);
        try {
            encoder.encodeOutside(tick, out);
        } catch (IllegalArgumentException e) {
            LOG.debug("a last tick cannot be sent", e); // it was counted when it came
        }
        return out.toByteArray();
    }

    /** How many events could not be encoded. */
    long failures() {
        return failures.get();
    }
}

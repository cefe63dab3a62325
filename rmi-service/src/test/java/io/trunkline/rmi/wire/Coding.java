package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Tick;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Encoding and decoding lists of events, and what they look like through a gateway. */
final class Coding {

    static final Function<String, Optional<AppEventCodec<?>>> NO_APPS = kind -> Optional.empty();

    static final Visibility EVERYTHING = new Visibility() {
        @Override
        public boolean seesGateway(String path) {
            return true;
        }

        @Override
        public boolean seesInstrument(String path, InstrumentId instrument) {
            return true;
        }

        @Override
        public boolean seesOwner(String name) {
            return true;
        }
    };

    private Coding() {}

    static byte[] encode(List<? extends Event> events) {
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, NO_APPS);
        WireWriter out = new WireWriter(64);
        for (Event event : events) encoder.encode(event, out);
        return out.toByteArray();
    }

    /** The events of some frames; definitions leave none. */
    static List<Event> decode(byte[] frames, FrameDecoder decoder) throws WireException {
        List<Event> events = new ArrayList<>();
        for (int at = 0; at < frames.length; ) {
            int end = Frames.end(frames, at, frames.length);
            Event event = decoder.decode(frames, at);
            if (event != null) events.add(event);
            at = end;
        }
        return events;
    }

    static List<Event> roundTrip(List<? extends Event> events, String name) throws WireException {
        return decode(encode(events), new FrameDecoder(name, NO_APPS));
    }

    /** Names the first event that is not as expected, instead of both lists. */
    static void assertSame(List<? extends Event> actual, List<? extends Event> expected, long seed) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat((Object) actual.get(i)).as("event %d, seed %d", i, seed).isEqualTo(expected.get(i));
        }
        assertThat(actual.size()).as("seed %d", seed).isEqualTo(expected.size());
    }

    static List<FrameKind> kinds(byte[] frames) throws WireException {
        List<FrameKind> kinds = new ArrayList<>();
        for (int at = 0; at < frames.length; at = Frames.end(frames, at, frames.length)) {
            kinds.add(FrameKind.of(Frames.kind(frames, at)));
        }
        return kinds;
    }

    static List<Long> sequences(byte[] frames) throws WireException {
        List<Long> sequences = new ArrayList<>();
        for (int at = 0; at < frames.length; at = Frames.end(frames, at, frames.length)) {
            sequences.add(Frames.sequence(frames, at));
        }
        return sequences;
    }

    /** The event as it is seen through a gateway; written without the code under test. */
    static Event under(String name, Event event) {
        if (event instanceof StateRecord record) return (Event) record.at(name + "." + record.gateway());
        if (event instanceof Tick tick) return tick.toBuilder().gateway(name + "." + tick.gateway()).build();
        if (event instanceof LogEntry log) return new LogEntry(name + "." + log.gateway(), log.level(), log.message(),
                log.time());
        if (event instanceof GatewayStatus status) {
            return new GatewayStatus(name + "." + status.gateway(), status.state(), status.detail(), status.time());
        }
        if (event instanceof Conflated conflated) return new Conflated(name + "." + conflated.gateway(),
                conflated.ticks());
        if (event instanceof Resync resync) {
            Map<RecordKind, Set<Id>> removed = new EnumMap<>(RecordKind.class);
            resync.removed().forEach((kind, ids) ->
                    removed.put(kind, ids.stream().map(id -> id.under(name)).collect(Collectors.toSet())));
            return new Resync(name + "." + resync.gateway(), removed, resync.time());
        }
        throw new AssertionError(event);
    }
}

package io.trunkline.faults;

import io.trunkline.engine.Books;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Tick;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Turns an engine's events of one exchange into entries as that would name them: what lies between the engine and the
 * engine of the exchange, a path such as {@code RPC} or {@code RPC.RPC}, is taken off.
 *
 * <p>Its handler runs on the engine's event thread, and so does the sink; the counts may be read by any thread.
 */
public final class Recorder {

    private final String prefix;
    private final String exchange; // with the prefix
    private final Gateway gateway; // the local one on the way; null for the exchange's own engine
    private final Consumer<Entry> sink;
    private final Set<String> broken = new HashSet<>(); // what of the way may leave something out
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong resyncs = new AtomicLong();
    private long synced; // times that the local gateway was connected; by the event thread, like the next
    private long resumes;

    private Recorder(String prefix, String exchange, Gateway gateway, Consumer<Entry> sink) {
        this.prefix = prefix;
        this.exchange = exchange;
        this.gateway = gateway;
        this.sink = sink;
        if (gateway != null) broken.add(gateway.name());
    }

    /** Records what an exchange of an engine itself does. */
    public static Recorder ofProducer(MainEngine engine, String exchange, HistoryChecker checker) {
        return attach(engine, "", exchange, checker::produced);
    }

    /**
     * Records what an engine sees of an exchange through a path that begins with one of its gateways, which is not
     * connected yet.
     */
    public static Recorder attach(MainEngine engine, String path, String exchange, Consumer<Entry> sink) {
        Gateway gateway = path.isEmpty() ? null : engine.gateway(GatewayPath.first(path)).orElseThrow();
        Recorder recorder = new Recorder(path, path.isEmpty() ? exchange : path + "." + exchange, gateway, sink);
        engine.events().onAll(recorder::onEvent);
        return recorder;
    }

    /** How many events were seen through the path. */
    public long events() {
        return events.get();
    }

    /** How often records were compared with the other side's after a break. */
    public long resyncs() {
        return resyncs.get();
    }

    /** A figure of a gateway's stream; 0 if it has none of this name. */
    public static long figure(Gateway gateway, String name) {
        return gateway.monitors().stream().filter(monitor -> monitor.name().equals("stream"))
                .flatMap(monitor -> monitor.rows().get().stream()).filter(row -> row.get(0).equals(name))
                .mapToLong(row -> ((Number) row.get(1)).longValue()).findFirst().orElse(0);
    }

    /** An engine's records of an exchange as entries. */
    public static List<Entry> books(Books books, String path, String exchange) {
        String full = path.isEmpty() ? exchange : path + "." + exchange;
        List<Entry> entries = new ArrayList<>();
        Stream.of(books.contracts(), books.accounts(), books.positions(), books.orders(), books.trades(),
                books.quotes()).flatMap(List::stream).filter(record -> record.gateway().equals(full))
                .forEach(record -> entries.add(entry(record, path)));
        return entries;
    }

    private void onEvent(Event event) {
        if (event instanceof StateRecord record) {
            if (!record.gateway().equals(exchange)) return;
            events.incrementAndGet();
            sink.accept(entry(record, prefix));
        } else if (event instanceof Tick tick) {
            if (!tick.gateway().equals(exchange)) return;
            events.incrementAndGet();
            sink.accept(new Entry(Entry.Kind.TICK, tick.instrument().toString(), Long.toString((long) tick.volume())));
        } else if (event instanceof LogEntry log) {
            if (!log.gateway().equals(exchange)) return;
            events.incrementAndGet();
            sink.accept(new Entry(Entry.Kind.LOG, inner(log.gateway(), prefix), log.message()));
        } else if (event instanceof GatewayStatus status) {
            onStatus(status);
        } else if (event instanceof Resync resync) {
            onResync(resync);
        } else if (event instanceof Conflated conflated) {
            sink.accept(new Entry(Entry.Kind.CONFLATED, "", Long.toString(conflated.ticks())));
        }
    }

    private void onStatus(GatewayStatus status) {
        if (prefix.isEmpty() || !GatewayPath.isUnder(prefix, status.gateway())) return;
        if (status.gateway().equals(gateway.name())) {
            if (status.state() == GatewayState.CONNECTING) sink.accept(Entry.mark(Entry.Kind.LOST));
            if (status.state() == GatewayState.SYNCING && !isResumed()) setBroken(status.gateway());
        } else if (status.state() == GatewayState.CONNECTING || status.state() == GatewayState.SYNCING) {
            setBroken(status.gateway());
        }
        if (status.state() == GatewayState.LIVE && broken.remove(status.gateway()) && broken.isEmpty()) {
            sink.accept(Entry.mark(Entry.Kind.WHOLE));
        }
    }

    private void setBroken(String path) {
        if (broken.isEmpty()) sink.accept(Entry.mark(Entry.Kind.BROKEN));
        broken.add(path);
    }

    /** Whether the session that begins goes on where the last one ended; false if that cannot be known any more. */
    private boolean isResumed() {
        synced++;
        long before = resumes;
        resumes = figure(gateway, "resumes");
        return resumes > before && figure(gateway, "connects") == synced;
    }

    private void onResync(Resync resync) {
        resyncs.incrementAndGet();
        for (RecordKind kind : RecordKind.values()) {
            for (Id id : resync.removed(kind)) {
                if (GatewayPath.isUnder(id.value(), exchange)) {
                    sink.accept(new Entry(Entry.Kind.REMOVED, inner(id.value(), prefix), kind.name()));
                }
            }
        }
    }

    private static String inner(String path, String prefix) {
        return prefix.isEmpty() ? path : path.substring(prefix.length() + 1);
    }

    private static Entry entry(StateRecord seen, String prefix) {
        StateRecord record = seen.at(inner(seen.gateway(), prefix));
        String what = record instanceof Order order ? order.status() + "/" + order.traded() : "";
        Entry.Kind kind = Entry.Kind.valueOf(RecordKind.of(record).name());
        return new Entry(kind, record.id().value(), what + "#" + hash(record.toString()));
    }

    /** 64 bits of a text, which is kept in place of the text. */
    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        return Long.toHexString(hash);
    }
}

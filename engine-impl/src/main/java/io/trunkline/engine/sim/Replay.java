package io.trunkline.engine.sim;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Tick;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows the rows of a recording to the exchange when they are due. At a fixed speed it waits for nobody; without a
 * limit it waits until consumers have room. For one thread.
 */
final class Replay {

    private static final long DAY_MILLIS = 86_400_000;

    private final GatewayContext context;
    private final SimSettings settings;
    private final Recording recording;
    private final Exchange exchange;
    private final Pacer pacer;
    private final ReplayCounts counts;
    private final Map<InstrumentId, TickRow> before = new HashMap<>();
    private long shiftDays;
    private long firstMillis;
    private long lastMillis;
    private double ownMillis; // the replay's time: without what is too long of the breaks
    private boolean any; // whether this round has published a row yet

    Replay(GatewayContext context, SimSettings settings, Recording recording, Exchange exchange, Pacer pacer,
            ReplayCounts counts) {
        this.context = context;
        this.settings = settings;
        this.recording = recording;
        this.exchange = exchange;
        this.pacer = pacer;
        this.counts = counts;
    }

    /** Replays all, again and again if that is set. Returns at the end of the recording. */
    void run() throws InterruptedException, RecordingException, IOException {
        do {
            if (any) shiftDays += Math.floorDiv(lastMillis - firstMillis, DAY_MILLIS) + 1;
            any = false;
            playOnce();
            exchange.publishValues();
        } while (settings.loop() && any);
        pacer.finish();
        log(LogLevel.INFO, "the recording is over: " + counts + "; orders can still be sent, to the last book shown");
    }

    private void playOnce() throws InterruptedException, RecordingException, IOException {
        try (ReadAhead rows = ReadAhead.start(recording.rows(), "sim-" + context.name() + "-reader")) {
            for (TickRow row = rows.next(); row != null; row = rows.next()) {
                switch (row.kind()) {
                    case TICK -> show(row);
                    case EVENING_BEFORE -> {
                        before.put(row.tick().instrument(), row);
                        counts.eveningBefore();
                    }
                    case MALFORMED -> {
                        counts.malformed();
                        report(row);
                    }
                    case NOTE -> report(row);
                }
            }
        }
    }

    private void show(TickRow row) throws InterruptedException {
        long recorded = row.millis();
        long since = any ? recorded - lastMillis : counts.published() == 0 ? 0 : Long.MAX_VALUE;
        if (!any) firstMillis = recorded;
        any = true;
        lastMillis = recorded;
        ownMillis += Math.max(0, Math.min(since, settings.gap().toMillis()));
        if (pacer.isUnlimited()) context.sink().awaitRoom();
        pacer.await(ownMillis);
        Tick tick = finished(row);
        exchange.show(tick, row.tradingDay() + shiftDays);
        counts.published(tick.time());
    }

    /** The tick with what the row alone does not say. */
    private Tick finished(TickRow row) {
        Tick tick = row.tick();
        TickRow last = before.put(tick.instrument(), row);
        boolean follows = last != null && last.tradingDay() == row.tradingDay();
        double lastVolume = follows ? Math.max(0, tick.volume() - last.tick().volume()) : 0;
        Tick.Builder builder = tick.toBuilder().lastVolume(lastVolume).localTime(context.clock().instant());
        if (shiftDays > 0) builder.time(tick.time().plusMillis(shiftDays * DAY_MILLIS));
        return builder.build();
    }

    private void report(TickRow row) {
        if (!row.problem().isEmpty() && shiftDays == 0) log(LogLevel.WARNING, row.problem());
    }

    private void log(LogLevel level, String message) {
        context.sink().publish(new LogEntry(context.name(), level, message, context.clock().instant()));
    }
}

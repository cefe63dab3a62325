package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.PlainText;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps a line of status on the terminal up to date, once a second, by a thread of its own. */
final class LiveStatus implements AutoCloseable {

    private static final long PERIOD_MILLIS = 1_000;

    private final LastLine line;
    private final ScheduledExecutorService timer; // null if there is nothing to show

    private LiveStatus(LastLine line, ScheduledExecutorService timer) {
        this.line = line;
        this.timer = timer;
    }

    /** Begins to show what an engine does; does nothing without a terminal. To be closed before the engine. */
    static LiveStatus start(LastLine line, MainEngine engine, Map<String, String> variables) {
        if (!line.exists()) return new LiveStatus(line, null);
        StatusText status = new StatusText(engine, System.nanoTime());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-status");
            thread.setDaemon(true);
            return thread;
        });
        timer.execute(() -> Terminal.columns(variables).ifPresent(line::fit));
        timer.scheduleWithFixedDelay(() -> line.show(PlainText.of(status.line(System.nanoTime()))),
                PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return new LiveStatus(line, timer);
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (timer == null) return;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) timer.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.clear();
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.model.Event;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Writes events to a stream, one a line, all of them and in order.
 *
 * <p>The event thread hands events over, a thread of this object writes them, so a slow terminal holds the event thread
 * up only once a quarter of a million lines are waiting. From then on the engine's own queue fills, which conflates
 * ticks and counts them. The stream is flushed whenever nothing waits.
 */
final class EventPrinter implements AutoCloseable {

    private static final int MOST_WAITING = 1 << 18;
    private static final int BUFFER = 1 << 16;
    private static final long IDLE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final PrintStream out;
    private final Function<Event, String> form;
    private final Runnable onBroken;
    private final Duration patience;
    private final Thread writer = new Thread(this::write, "event-printer");
    private volatile boolean closed;
    private volatile boolean broken; // the stream takes no more, or not soon enough; what is handed over is dropped

    private EventPrinter(PrintStream out, Function<Event, String> form, Runnable onBroken, Duration patience) {
        this.out = out;
        this.form = form;
        this.onBroken = onBroken;
        this.patience = patience;
    }

    /**
     * Starts the writer.
     *
     * @param form makes an event's line
     * @param onBroken called once, by the writer, if the stream cannot be written to
     */
    static EventPrinter start(PrintStream out, Function<Event, String> form, Runnable onBroken) {
        return start(out, form, onBroken, PATIENCE);
    }

    /** The same, with another bound for how long the stream may take nothing while this closes. */
    static EventPrinter start(PrintStream out, Function<Event, String> form, Runnable onBroken, Duration patience) {
        EventPrinter printer = new EventPrinter(out, form, onBroken, patience);
        printer.writer.setDaemon(true);
        printer.writer.start();
        return printer;
    }

    /** Hands an event over. */
    void print(Event event) {
        try {
            while (!closed && !broken) {
                if (waiting.offer(event, IDLE_MILLIS, TimeUnit.MILLISECONDS)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        OutputStream buffer = new BufferedOutputStream(out, BUFFER);
        try {
            boolean isIdle = false;
            while (!(isIdle && closed) && !broken) {
                Event event = waiting.poll();
                if (event == null) {
                    buffer.flush();
                    if (out.checkError()) throw new IOException("the stream is broken");
                    event = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                }
                isIdle = event == null;
                if (event != null) buffer.write((form.apply(event) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            broken = true;
            onBroken.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody but close() does it, when it waited long enough
        }
    }

    /** Writes what was handed over and ends the writer; gives up once the stream has taken nothing for some time. */
    @Override
    public void close() {
        closed = true;
        try {
            int before = Integer.MAX_VALUE;
            for (int now = waiting.size(); writer.isAlive() && now < before; now = waiting.size()) {
                before = now;
                writer.join(patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broken = true;
        writer.interrupt();
    }
}

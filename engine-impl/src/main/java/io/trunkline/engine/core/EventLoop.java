package io.trunkline.engine.core;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.plugin.Latencies;
import io.trunkline.engine.plugin.LatencyHistogram;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the event thread does: takes from the queue, dispatches, fires the timer, sleeps, and at last drains and ends.
 */
final class EventLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long FAULT_CHECK = Duration.ofSeconds(1).toNanos();

    private static final int MEASURED = 8; // the wait of one in so many chunks is measured; a power of two

    private final EventQueue queue;
    private final Dispatcher dispatcher;
    private final IntervalTimer timer;
    private final WaitStrategy waiting;
    private final AtomicLong generated = new AtomicLong(); // events made here; written by the event thread only
    private final LatencyHistogram waits = new LatencyHistogram();
    private volatile boolean closing;
    private volatile long deadline; // of the drain; set before closing
    private int chunks; // handled; event thread only, like the next
    private long idleFrom; // when the last item was handled

    EventLoop(EventQueue queue, Dispatcher dispatcher, IntervalTimer timer, WaitStrategy waiting) {
        this.queue = queue;
        this.dispatcher = dispatcher;
        this.timer = timer;
        this.waiting = waiting;
    }

    /** Makes the thread end once all that is queued was handled, or the time is over. */
    void end(long drainNanos) {
        deadline = System.nanoTime() + drainNanos;
        closing = true;
    }

    /** Events that the loop itself made. */
    long generated() {
        return generated.getAcquire();
    }

    @Override
    public void run() {
        boolean goOn = true;
        idleFrom = System.nanoTime();
        while (goOn) {
            boolean last = queue.isClosed(); // asked before taking: what was added before it closed is then taken
            Chunk chunk = queue.take();
            if (chunk != null) goOn = handle(chunk);
            else if (last) goOn = false;
            long now = System.nanoTime();
            if (goOn && !closing) fireTimer(now);
            dispatcher.reportFaults(now);
            if (chunk != null) idleFrom = now;
            else if (goOn) idle(now);
        }
        dispatcher.reportFaults(System.nanoTime() + FAULT_CHECK);
    }

    /** How long events waited in the queue. */
    Latencies waits() {
        return waits.latencies();
    }

    /** Handles the items of a chunk. Returns false if the time for draining is over. */
    private boolean handle(Chunk chunk) {
        if ((++chunks & MEASURED - 1) == 0) waits.record(System.nanoTime() - chunk.stampOf(0));
        if (chunk.conflatedBefore > 0) generate(new Conflated("", chunk.conflatedBefore));
        for (int i = 0; i < chunk.count; i++) {
            if (closing && System.nanoTime() - deadline >= 0) {
                LOG.warn("closed before {} queued events were handled", chunk.count - i + queue.size());
                return false;
            }
            Object item = chunk.items[i];
            chunk.items[i] = null;
            boolean isLast = i == chunk.count - 1 && !queue.needsAttention();
            if (item instanceof Event event) dispatcher.dispatch(event, isLast);
            else dispatcher.run(((Task) item).work());
            chunk.done.setRelease(i + 1);
        }
        if (!queue.needsAttention()) dispatcher.idle(); // if a task or an event that goes no further was the last
        return true;
    }

    private void fireTimer(long now) {
        TimerEvent event = null;
        try {
            event = timer.due(now);
        } catch (Throwable e) { // the clock is somebody else's
            dispatcher.failed(timer, "a timer event", e);
        }
        if (event != null) generate(event);
    }

    private void generate(Event event) {
        generated.setRelease(generated.getPlain() + 1);
        dispatcher.dispatch(event, !queue.needsAttention());
    }

    /** Lets time pass until something is queued, the queue closes, or it is time for a timer event or a summary. */
    private void idle(long now) {
        long time = timer.remaining(now);
        if (dispatcher.hasFaultsToReport()) time = Math.min(time, FAULT_CHECK);
        long at = now;
        while (at - now < time && !queue.needsAttention()) {
            if (!waiting.pause(at - idleFrom)) {
                if (queue.beginSleep()) LockSupport.parkNanos(this, time - (at - now));
                break;
            }
            at = System.nanoTime();
        }
        Thread.interrupted(); // else a handler that interrupts its thread would keep it from sleeping
    }

    /** A task in the queue; wrapped because an event of an app might be a Runnable as well. */
    record Task(Runnable work) {}
}

package io.trunkline.engine.core;

import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/**
 * Hands one event after the other to the books and then to the handlers. For the event thread; the counts may be read
 * by any.
 */
final class Dispatcher {

    private final UnaryOperator<Event> firstStage;
    private final HandlerTable handlers;
    private final HandlerFaults faults = new HandlerFaults(LoggerFactory.getLogger(HandlerFaults.class));
    private final AtomicLong dispatched = new AtomicLong(); // all three are written by the event thread only
    private final AtomicLong vetoed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private boolean tapped; // whether taps saw an event since they were told that no more are queued

    /** The first stage applies an event and answers what handlers get in its place, or null to keep it from them. */
    Dispatcher(UnaryOperator<Event> firstStage, HandlerTable handlers) {
        this.firstStage = firstStage;
        this.handlers = handlers;
    }

    /** Dispatches an event; {@code last} says whether no more are queued. */
    void dispatch(Event published, boolean last) {
        Event event = applied(published);
        if (event == null) {
            increment(vetoed);
            return;
        }
        callTaps(event);
        if (last) idle();
        Recipients recipients = handlers.of(event.getClass());
        callAll(recipients.first(), event);
        if (recipients.keyed() != null) callAll(recipients.of(event.key()), event);
        callAll(recipients.last(), event);
        increment(dispatched);
    }

    private Event applied(Event event) {
        try {
            return firstStage.apply(event);
        } catch (Throwable e) {
            failed(firstStage, event, e);
            return event;
        }
    }

    private void callTaps(Event event) {
        List<Tap> taps = handlers.taps();
        for (int i = 0; i < taps.size(); i++) {
            Tap tap = taps.get(i);
            try {
                tap.onEvent(event);
            } catch (Throwable e) { // as below
                failed(tap, event, e);
            }
        }
        tapped = true;
    }

    /** Tells the taps that no more events are queued, unless they know. */
    void idle() {
        if (!tapped) return;
        tapped = false;
        for (Tap tap : handlers.taps()) {
            try {
                tap.onIdle();
            } catch (Throwable e) { // as below
                failed(tap, "the queue's end", e);
            }
        }
    }

    private void callAll(List<EventHandler<Event>> list, Event event) {
        for (int i = 0; i < list.size(); i++) {
            EventHandler<Event> handler = list.get(i);
            try {
                handler.onEvent(event);
            } catch (Throwable e) { // whatever it is, an engine without its event thread is worse
                failed(handler, event, e);
            }
        }
    }

    void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            failed(task, "a task", e);
        }
    }

    /** Counts and logs that a handler, or other code that is not ours, threw. */
    void failed(Object handler, Object event, Throwable fault) {
        increment(failed);
        try {
            faults.add(handler, event, fault, System.nanoTime());
        } catch (Throwable e) {
            // Nothing is left to do: even logging fails, and the count above says that something did.
        }
    }

    /** Writes the summaries of faults that are due. */
    void reportFaults(long now) {
        try {
            faults.flush(now);
        } catch (Throwable e) {
            increment(failed); // logging fails, so it cannot be logged
        }
    }

    /** Whether a summary of faults will become due. */
    boolean hasFaultsToReport() {
        return faults.pending();
    }

    long dispatched() {
        return dispatched.getAcquire();
    }

    long vetoed() {
        return vetoed.getAcquire();
    }

    long failed() {
        return failed.getAcquire();
    }

    private static void increment(AtomicLong count) {
        count.setRelease(count.getPlain() + 1);
    }
}

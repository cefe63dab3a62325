package io.trunkline.engine.core;

import io.trunkline.engine.PlainText;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Logs what handlers throw: the first fault of each handler with its event, then one line a second for as long as it
 * goes on. For the event thread.
 */
final class HandlerFaults {

    private static final long WINDOW = Duration.ofSeconds(1).toNanos();
    private static final int LONGEST_EVENT = 500;

    private static final class Burst {
        private long since;
        private long more;
        private Throwable last;
    }

    private final Logger log;
    private final Map<Object, Burst> bursts = new IdentityHashMap<>();

    HandlerFaults(Logger log) {
        this.log = log;
    }

    /** Notes that a handler or task threw. */
    void add(Object handler, Object event, Throwable fault, long now) {
        record(handler, event, fault);
        Burst burst = bursts.get(handler);
        if (burst != null) {
            burst.more++;
            burst.last = fault;
            return;
        }
        burst = new Burst();
        burst.since = now;
        bursts.put(handler, burst);
        log.error("{} failed on {}", name(handler), describe(event), fault);
    }

    private static void record(Object handler, Object event, Throwable fault) {
        HandlerFaultEvent record = new HandlerFaultEvent();
        if (!record.shouldCommit()) return;
        record.handler = name(handler);
        record.event = describe(event);
        record.fault = describe(fault);
        record.commit();
    }

    /** Writes the summaries that are due. */
    void flush(long now) {
        Iterator<Map.Entry<Object, Burst>> entries = bursts.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Object, Burst> entry = entries.next();
            Burst burst = entry.getValue();
            if (now - burst.since < WINDOW) continue;
            if (burst.more == 0) {
                entries.remove();
                continue;
            }
            log.error("{} failed {} more times, last with {}", name(entry.getKey()), burst.more, describe(burst.last));
            burst.since = now;
            burst.more = 0;
            burst.last = null;
        }
    }

    /** Whether a summary may become due. */
    boolean pending() {
        return !bursts.isEmpty();
    }

    private static String name(Object handler) {
        return handler.getClass().getName();
    }

    private static String describe(Object event) {
        try {
            return PlainText.brief(String.valueOf(event), LONGEST_EVENT);
        } catch (RuntimeException | StackOverflowError e) {
            return event.getClass().getName() + " (which cannot describe itself: " + e.getClass().getName() + ")";
        }
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;

/** How many events there were. The event thread counts, any thread reads; guarded by this object's monitor. */
final class EventCounts {

    private long events;
    private long ticks;
    private long orders;
    private long trades;

    synchronized void count(Event event) {
        events++;
        if (event instanceof Tick) {
            ticks++;
        } else if (event instanceof Order) {
            orders++;
        } else if (event instanceof Trade) {
            trades++;
        }
    }

    synchronized long events() {
        return events;
    }

    synchronized long ticks() {
        return ticks;
    }

    synchronized long orders() {
        return orders;
    }

    synchronized long trades() {
        return trades;
    }
}

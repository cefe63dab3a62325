package io.trunkline.engine.event;

import io.trunkline.engine.model.Event;

/**
 * Sees every event that the books applied, before all handlers. Called on the event thread; it must not block. If it
 * throws, the fault is logged with the event and counted, and everybody else goes on.
 */
@FunctionalInterface
public interface Tap {

    /**
     * Sees one event.
     *
     * @param last whether no more events are queued as far as is known: who gathers events should pass them on now
     */
    void onEvent(Event event, boolean last);
}

package io.trunkline.engine.event;

import io.trunkline.engine.model.Event;

/**
 * Sees every event that the books applied, before all handlers. Called on the event thread; it must not block. If it
 * throws, the fault is logged with the event and counted, and everybody else goes on.
 */
@FunctionalInterface
public interface Tap {

    /** Sees one event. */
    void onEvent(Event event);

    /**
     * After one or more events: no more are queued as far as is known. Who gathers events should pass them on now.
     * Called before the handlers of the last one.
     */
    default void onIdle() {}
}

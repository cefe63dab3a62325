package io.trunkline.engine.event;

import io.trunkline.engine.model.Event;

/**
 * Receives events on the event thread, in order. It must not block. If it throws, the fault is logged with the event
 * and counted, and the other handlers go on.
 *
 * @param <E> the kind of event
 */
@FunctionalInterface
public interface EventHandler<E extends Event> {

    /** Handles one event. */
    void onEvent(E event);
}

package io.trunkline.engine.event;

import io.trunkline.engine.model.Event;

/**
 * Sees every event that the books applied, before all handlers, and learns when it is time to pass on what it gathered.
 * Called on the event thread; it must not block.
 */
@FunctionalInterface
public interface Tap extends EventHandler<Event> {

    /**
     * Called after one event or some of them, at most some hundred, and always before the event thread waits for more.
     *
     * @param idle whether no more events are queued as far as is known, so that what is done here holds up none
     */
    default void onBatchEnd(boolean idle) {}
}

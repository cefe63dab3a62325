package io.trunkline.engine.core;

import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.model.Event;
import java.util.List;
import java.util.Map;

/**
 * Who gets the events of one class, in the order of calling.
 *
 * @param first handlers of the type
 * @param keyed handlers of the type and a key; null if there are none, so that no key is looked up
 * @param last general handlers
 */
record Recipients(
        List<EventHandler<Event>> first, Map<Object, List<EventHandler<Event>>> keyed, List<EventHandler<Event>> last) {

    /** The handlers for an event's key. */
    List<EventHandler<Event>> of(Object key) {
        return key == null ? List.of() : keyed.getOrDefault(key, List.of());
    }
}

package io.trunkline.engine.event;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Topic;
import io.trunkline.engine.plugin.Latencies;

/**
 * Hands every event to its handlers on one thread, in the order of publication.
 *
 * <p>For each event: the books apply it or veto it; then taps; then handlers of its type in order of registration; then
 * handlers of its type and key; then general handlers. A handler registered twice for the same events is called once.
 * Handlers added or removed during a dispatch take effect with the next event.
 */
public interface EventEngine extends EventSink {

    /** Calls the handler for every event of a type. For {@code AppEvent} and its implementations, subtypes included. */
    <E extends Event> Registration on(Class<E> type, EventHandler<? super E> handler);

    /** Calls the handler for every event of a type whose {@link Event#key()} equals the key. */
    <E extends Event> Registration on(Class<E> type, Object key, EventHandler<? super E> handler);

    /** Calls the handler for every event of a topic. */
    Registration on(Topic topic, EventHandler<? super Event> handler);

    /** Calls the handler for every event, after the handlers of its type. */
    Registration onAll(EventHandler<? super Event> handler);

    /** Lets a tap see every event that the books applied, before all handlers. For services that pass events on. */
    Registration tap(Tap tap);

    /**
     * Runs a task on the event thread, after the events published before it and before those published after it. The
     * task must be short. Tasks queued after the engine closed are not run.
     */
    void execute(Runnable task);

    /** Whether the caller is on the event thread. */
    boolean isEventThread();

    /** The counts so far. */
    EventStats stats();

    /**
     * How long events waited from their publication until the event thread came to them: of one event in eight while
     * they come one by one, of one in about a thousand in a flood.
     */
    default Latencies waits() {
        return Latencies.NONE;
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.EventStats;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.Event;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event engine that hands events out on the thread that publishes them, one at a time. */
public final class FakeEvents {

    private final List<EventHandler<Event>> handlers = new CopyOnWriteArrayList<>();
    volatile long conflated;

    public <E extends Event> Registration on(Class<E> type, EventHandler<? super E> handler) {
        return add(event -> {
            if (type.isInstance(event)) handler.onEvent(type.cast(event));
        });
    }

    public <E extends Event> Registration on(Class<E> type, Object key, EventHandler<? super E> handler) {
        return on(type, event -> {
            if (key.equals(event.key())) handler.onEvent(event);
        });
    }

    public Registration onAll(EventHandler<? super Event> handler) {
        return add(handler::onEvent);
    }

    private Registration add(EventHandler<Event> handler) {
        handlers.add(handler);
        return () -> handlers.remove(handler);
    }

    public synchronized void publish(Event event) {
        handlers.forEach(handler -> handler.onEvent(event));
    }

    public synchronized void execute(Runnable task) {
        task.run();
    }

    public EventStats stats() {
        return new EventStats(0, 0, 0, conflated, 0, 0);
    }
}

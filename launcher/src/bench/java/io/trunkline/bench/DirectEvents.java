package io.trunkline.bench;

import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.EventStats;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Topic;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Calls taps on the publishing thread at once: what a service costs without an event engine before it. Tasks run on the
 * publishing thread while it publishes, and on their own while it {@linkplain #rest rests}.
 */
final class DirectEvents implements EventEngine {

    private volatile Tap[] taps = {}; // replaced under this object's monitor
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean waiting; // whether there are tasks
    private boolean tapped; // whether taps saw an event since they were told of a rest; by the publishing thread only
    private boolean publishing; // guarded by this, but for the publishing thread's own reads

    @Override
    public void publish(Event event) {
        if (!publishing || waiting) begin();
        tapped = true;
        Tap[] all = taps;
        for (Tap tap : all) tap.onEvent(event);
    }

    private synchronized void begin() {
        publishing = true;
        waiting = false;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }

    /** The publishing thread publishes nothing for a while. */
    synchronized void rest() {
        begin();
        if (tapped) for (Tap tap : taps) tap.onIdle();
        tapped = false;
        publishing = false;
    }

    @Override
    public synchronized void execute(Runnable task) {
        if (publishing) {
            tasks.add(task);
            waiting = true;
        } else {
            task.run();
        }
    }

    @Override
    public synchronized Registration tap(Tap tap) {
        taps = Stream.concat(Stream.of(taps), Stream.of(tap)).toArray(Tap[]::new);
        return () -> remove(tap);
    }

    private synchronized void remove(Tap tap) {
        taps = Stream.of(taps).filter(each -> each != tap).toArray(Tap[]::new);
    }

    @Override
    public <E extends Event> Registration on(Class<E> type, EventHandler<? super E> handler) {
        return () -> { };
    }

    @Override
    public <E extends Event> Registration on(Class<E> type, Object key, EventHandler<? super E> handler) {
        return () -> { };
    }

    @Override
    public Registration on(Topic topic, EventHandler<? super Event> handler) {
        return () -> { };
    }

    @Override
    public Registration onAll(EventHandler<? super Event> handler) {
        return () -> { };
    }

    @Override
    public void awaitRoom() {}

    @Override
    public Duration lag() {
        return Duration.ZERO;
    }

    @Override
    public boolean isEventThread() {
        return false;
    }

    @Override
    public EventStats stats() {
        return new EventStats(0, 0, 0, 0, 0, 0);
    }
}

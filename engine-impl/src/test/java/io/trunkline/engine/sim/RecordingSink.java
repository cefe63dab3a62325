package io.trunkline.engine.sim;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps all events in the order in which they were published. Guarded by its monitor. */
final class RecordingSink implements EventSink {

    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized void publish(Event event) {
        events.add(event);
        notifyAll();
    }

    @Override
    public void awaitRoom() {}

    @Override
    public Duration lag() {
        return Duration.ZERO;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized <E extends Event> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** All but ticks and logs, of what came since the last call of this or {@link #clear}. */
    synchronized List<Event> takeStates() {
        List<Event> taken = events.stream()
                .filter(event -> !(event instanceof Tick) && !(event instanceof LogEntry)).toList();
        events.clear();
        return taken;
    }

    /** What {@link #takeStates} answers, but of one type. Takes all. */
    synchronized <E extends Event> List<E> take(Class<E> type) {
        List<E> taken = of(type);
        events.clear();
        return taken;
    }

    synchronized void clear() {
        events.clear();
    }

    /** Waits at most 20 s until an event of a type fits. */
    synchronized <E extends Event> E await(Class<E> type, Predicate<E> fits) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        int seen = 0;
        while (true) {
            for (; seen < events.size(); seen++) {
                Event event = events.get(seen);
                if (type.isInstance(event) && fits.test(type.cast(event))) return type.cast(event);
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("no such " + type.getSimpleName() + " among " + events.size() + " events");
            }
            wait(left / 1_000_000 + 1);
        }
    }

    GatewayStatus awaitState(GatewayState state) throws InterruptedException {
        return await(GatewayStatus.class, status -> status.state() == state);
    }

    LogEntry awaitLog(String part) throws InterruptedException {
        return await(LogEntry.class, entry -> entry.message().contains(part));
    }
}

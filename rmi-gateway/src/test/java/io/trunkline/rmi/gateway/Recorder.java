package io.trunkline.rmi.gateway;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Event;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what an engine's handlers get, in order. */
final class Recorder {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    private Recorder() {}

    /** Records an engine's events from now on, but for the timer's. */
    static Recorder of(MainEngine engine) {
        Recorder recorder = new Recorder();
        engine.events().onAll(recorder.events::add);
        return recorder;
    }

    /** The events of a kind so far. */
    <E extends Event> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <E extends Event> long count(Class<E> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    void clear() {
        events.clear();
    }

    /** Waits for an event of a kind and answers the first that fits. */
    <E extends Event> E await(Class<E> kind, Predicate<E> fits) {
        Wait.until(() -> kind.getSimpleName() + " among " + of(kind), Wait.PATIENCE, () ->
                of(kind).stream().anyMatch(fits));
        return of(kind).stream().filter(fits).findFirst().orElseThrow();
    }
}

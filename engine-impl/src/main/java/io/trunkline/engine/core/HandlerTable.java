package io.trunkline.engine.core;

import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The handlers of an event engine. Any thread adds and removes, copying the list; the event thread works out once who
 * gets the events of a class, and again after a change.
 */
final class HandlerTable {

    /** When a handler is called. */
    enum Stage { TAP, TYPED, KEYED, GENERAL }

    /** A handler's entry; each registration has its own, so it is compared by identity. */
    private static final class Entry {
        private final Stage stage;
        private final Class<?> type;
        private final Object key;
        private final EventHandler<Event> handler;

        private Entry(Stage stage, Class<?> type, Object key, EventHandler<Event> handler) {
            this.stage = stage;
            this.type = type;
            this.key = key;
            this.handler = handler;
        }
    }

    private volatile List<Entry> entries = List.of(); // immutable; replaced under this object's monitor
    private List<Entry> known = entries; // what recipients was worked out from; event thread only
    private final Map<Class<?>, Recipients> recipients = new HashMap<>(); // event thread only, like the next
    private List<Tap> taps = List.of();

    /** Adds a handler for events of a type (subtypes included) and, at the keyed stage, a key. */
    @SuppressWarnings("unchecked") // a handler of a supertype takes any event that its entry's type admits
    Registration add(Stage stage, Class<?> type, Object key, EventHandler<?> handler) {
        Entry entry = new Entry(stage, type, key, (EventHandler<Event>) handler);
        synchronized (this) {
            List<Entry> copy = new ArrayList<>(entries.size() + 1);
            copy.addAll(entries);
            copy.add(entry);
            entries = copy;
        }
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        List<Entry> copy = new ArrayList<>(entries);
        if (copy.remove(entry)) entries = copy;
    }

    /** Who gets events of a class now. For the event thread. */
    Recipients of(Class<?> type) {
        if (entries != known) refresh();
        Recipients result = recipients.get(type);
        if (result == null) {
            result = workOut(type, known);
            recipients.put(type, result);
        }
        return result;
    }

    /** The taps now. For the event thread. */
    List<Tap> taps() {
        if (entries != known) refresh();
        return taps;
    }

    private void refresh() {
        known = entries;
        recipients.clear();
        taps = known.stream().filter(entry -> entry.stage == Stage.TAP).map(entry -> (EventHandler<?>) entry.handler)
                .map(Tap.class::cast).distinct().toList();
    }

    private static Recipients workOut(Class<?> type, List<Entry> entries) {
        List<EventHandler<Event>> first = new ArrayList<>();
        List<EventHandler<Event>> typed = new ArrayList<>();
        List<EventHandler<Event>> last = new ArrayList<>();
        Map<Object, List<EventHandler<Event>>> keyed = new HashMap<>();
        for (Entry entry : entries) {
            if (!entry.type.isAssignableFrom(type)) continue;
            List<EventHandler<Event>> list = switch (entry.stage) {
                case TAP -> first;
                case TYPED -> typed;
                case KEYED -> keyed.computeIfAbsent(entry.key, key -> new ArrayList<>());
                case GENERAL -> last;
            };
            if (list.stream().noneMatch(handler -> handler == entry.handler)) list.add(entry.handler);
        }
        first.addAll(typed);
        return new Recipients(first, keyed.isEmpty() ? null : keyed, last);
    }
}

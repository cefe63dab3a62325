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
    enum Stage { TYPED, KEYED, GENERAL }

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
    private final Map<Class<?>, Recipients> recipients = new HashMap<>(); // event thread only
    private volatile List<Tap> taps = List.of(); // immutable; replaced under this object's monitor

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
        List<Entry> current = entries;
        if (current != known) {
            known = current;
            recipients.clear();
        }
        Recipients result = recipients.get(type);
        if (result == null) {
            result = workOut(type, current);
            recipients.put(type, result);
        }
        return result;
    }

    /** Adds a tap. */
    synchronized Registration addTap(Tap tap) {
        List<Tap> copy = new ArrayList<>(taps);
        copy.add(tap);
        taps = copy;
        return () -> removeTap(tap);
    }

    private synchronized void removeTap(Tap tap) {
        List<Tap> copy = new ArrayList<>(taps);
        copy.remove(tap);
        taps = copy;
    }

    /** The taps now. Any thread. */
    List<Tap> taps() {
        return taps;
    }

    private static Recipients workOut(Class<?> type, List<Entry> entries) {
        List<EventHandler<Event>> typed = new ArrayList<>();
        List<EventHandler<Event>> last = new ArrayList<>();
        Map<Object, List<EventHandler<Event>>> keyed = new HashMap<>();
        for (Entry entry : entries) {
            if (!entry.type.isAssignableFrom(type)) continue;
            List<EventHandler<Event>> list = switch (entry.stage) {
                case TYPED -> typed;
                case KEYED -> keyed.computeIfAbsent(entry.key, key -> new ArrayList<>());
                case GENERAL -> last;
            };
            if (list.stream().noneMatch(handler -> handler == entry.handler)) list.add(entry.handler);
        }
        return new Recipients(typed, keyed.isEmpty() ? null : keyed, last);
    }
}

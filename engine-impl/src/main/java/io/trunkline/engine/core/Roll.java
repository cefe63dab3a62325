package io.trunkline.engine.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list in order of arrival. The event thread appends and removes; any thread copies it, without a lock and without
 * waiting. A copy made during a removal may still have what is being removed.
 *
 * @param <T> what is listed
 */
final class Roll<T> {

    private volatile Object[] items = new Object[16]; // replaced, never shortened, by the event thread
    private volatile int size; // written after the item

    void add(T item) {
        int at = size;
        if (at == items.length) items = Arrays.copyOf(items, at * 2);
        items[at] = item;
        size = at + 1;
    }

    @SuppressWarnings("unchecked")
    void removeIf(Predicate<T> gone) {
        Object[] kept = new Object[items.length];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!gone.test((T) items[i])) kept[count++] = items[i];
        }
        items = kept;
        size = count;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked")
    List<T> copy() {
        int count = size; // before the items: these are then at least as long
        Object[] source = items;
        List<T> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Object item = source[i];
            if (item != null) result.add((T) item); // null behind the end of a list that became shorter just now
        }
        return result;
    }
}

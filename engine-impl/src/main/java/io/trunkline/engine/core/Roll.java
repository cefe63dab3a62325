package io.trunkline.engine.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A list in order of arrival. The event thread appends, replaces and removes; any thread copies it, without a lock and
 * without waiting. A copy made during a removal may still have what is being removed.
 *
 * @param <T> what is listed
 */
final class Roll<T> {

    private static final VarHandle ITEM = MethodHandles.arrayElementVarHandle(Object[].class);

    private volatile Object[] items = new Object[16]; // replaced, never shortened, by the event thread
    private volatile int size; // written after the item

    /** Appends an item. Returns its place. */
    int add(T item) {
        int at = size;
        if (at == items.length) items = Arrays.copyOf(items, at * 2);
        items[at] = item;
        size = at + 1;
        return at;
    }

    /** Replaces the item at a place. */
    void set(int place, T item) {
        ITEM.setRelease(items, place, item);
    }

    /** Removes items; those behind them move to the places before theirs. */
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

    /** What is listed now; never changes. */
    @SuppressWarnings("unchecked")
    List<T> copy() {
        int count = size; // before the items: these are then at least as long
        Object[] copy = Arrays.copyOf(items, count);
        for (Object item : copy) {
            if (item == null) { // the list became shorter just now
                copy = Arrays.stream(copy).filter(Objects::nonNull).toArray();
                break;
            }
        }
        return (List<T>) List.of(copy);
    }
}

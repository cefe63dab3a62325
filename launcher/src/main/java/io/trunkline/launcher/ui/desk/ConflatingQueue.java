package io.trunkline.launcher.ui.desk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the newest value of each key until somebody takes them all, so that its size is bound by the number of keys and
 * not by that of the events. Safe for use by many threads; no call waits for longer than another one's few steps.
 */
final class ConflatingQueue<K, V> {

    private final int limit;
    private Map<K, V> pending = new LinkedHashMap<>(); // guarded by this
    private Set<K> removed = new HashSet<>(); // guarded by this

    /** A queue that forgets the value whose key came first when there are more than so many. */
    ConflatingQueue(int limit) {
        this.limit = limit;
    }

    /** A queue for any number of keys. */
    ConflatingQueue() {
        this(Integer.MAX_VALUE);
    }

    /** Replaces the value of a key. */
    synchronized void put(K key, V value) {
        removed.remove(key);
        pending.put(key, value);
        if (pending.size() > limit) pending.remove(pending.keySet().iterator().next());
    }

    /** Says that a key is gone. */
    synchronized void remove(K key) {
        pending.remove(key);
        removed.add(key);
    }

    /** All that changed since the last call, and leaves the queue empty. */
    synchronized Changes<K, V> drain() {
        Changes<K, V> changes = new Changes<>(removed, pending.values());
        removed = new HashSet<>();
        pending = new LinkedHashMap<>();
        return changes;
    }

    /** How many values wait. */
    synchronized int size() {
        return pending.size();
    }
}

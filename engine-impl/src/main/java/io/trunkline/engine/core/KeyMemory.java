package io.trunkline.engine.core;

import io.trunkline.engine.model.Outcome;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what became of the orders and quotes of each client key, so that none is sent twice, and which of them are
 * in doubt. A key that turned out never to have been received is forgotten, and may be used again. Thread-safe.
 */
final class KeyMemory {

    /**
     * A key that may or may not have been carried out.
     *
     * @param path the gateway path that was asked
     */
    record Doubt(String key, String path) { }

    /** What is known of a key. Guarded by itself. */
    private static final class Entry {
        private final long fingerprint;
        private String path = ""; // of the gateway that was asked; empty before that
        private Outcome outcome; // null while it is being sent

        private Entry(long fingerprint) {
            this.fingerprint = fingerprint;
        }

        private synchronized Outcome now(String key) {
            return outcome != null ? outcome : new Outcome.InDoubt(key, "it is being sent, and there is no answer yet");
        }

        private synchronized boolean isDone() {
            return outcome != null;
        }

        private synchronized void complete(Outcome now) {
            outcome = now;
            notifyAll();
        }

        private synchronized Outcome await(String key, Duration patience) {
            long start = System.nanoTime();
            try {
                for (long left = patience.toNanos(); outcome == null && left > 0;) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                    left = patience.toNanos() - (System.nanoTime() - start);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return now(key);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(KeyMemory.class);

    private final int capacity;
    private final Duration patience;
    private final String prefix = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX) + "-";
    private final AtomicLong made = new AtomicLong();
    private final Map<String, Entry> entries = new LinkedHashMap<>(); // guarded by itself
    private final Set<String> doubts = new LinkedHashSet<>(); // guarded by entries
    private boolean isFull; // guarded by entries
    private volatile KeyStore store = KeyStore.NONE;
    private volatile Runnable onDoubt = () -> { };

    /** Remembers so many keys, the newest; a repetition waits so long for the first. */
    KeyMemory(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patience = patience;
    }

    /** From now on keeps what it learns in a store as well. */
    void keepIn(KeyStore lasting) {
        store = lasting;
    }

    /** Has it told whenever a key gets into doubt. */
    void onDoubt(Runnable listener) {
        onDoubt = listener;
    }

    /** Whether it knows the keys of earlier engines too. */
    boolean isLasting() {
        return store.isLasting();
    }

    /** A key that no other engine makes either. */
    String newKey() {
        return prefix + Long.toString(made.incrementAndGet(), Character.MAX_RADIX);
    }

    /**
     * Runs the work for a key's first time; otherwise answers what became of that, after waiting for it if need be.
     *
     * @param fingerprint tells this request from others: another one with a known key is refused
     * @param work calls {@link #sending} before it asks a gateway
     */
    Outcome once(String key, long fingerprint, Supplier<Outcome> work) {
        Entry mine = new Entry(fingerprint);
        Entry first = claim(key, mine);
        if (first.fingerprint != fingerprint) {
            return Outcome.refused("key-reused", "the client key " + PlainText.of(key)
                    + " was used for another order or quote; use a new one");
        }
        if (first != mine) return first.await(key, patience);
        Outcome outcome = null;
        try {
            outcome = work.get();
        } finally {
            complete(key, mine, outcome);
        }
        return outcome;
    }

    private Entry claim(String key, Entry mine) {
        synchronized (entries) {
            Entry first = entries.putIfAbsent(key, mine);
            if (first != null) return first;
            if (entries.size() > capacity) dropOldest();
            return mine;
        }
    }

    private void dropOldest() {
        Iterator<Map.Entry<String, Entry>> oldest = entries.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Entry> next = oldest.next();
            if (!next.getValue().isDone() || doubts.contains(next.getKey())) continue;
            oldest.remove();
            if (!isFull) LOG.warn("there are more than {} client keys; what is sent again under an older one is new",
                    capacity);
            isFull = true;
            return;
        }
    }

    /** The outcome is null if the work failed. */
    private void complete(String key, Entry entry, Outcome outcome) {
        Outcome known = outcome;
        if (known == null) {
            known = entry.path.isEmpty()
                    ? Outcome.refused("engine-error", "the engine failed before it was sent")
                    : new Outcome.InDoubt(key, "the engine failed while it was sent");
        }
        boolean isDoubtful = known instanceof Outcome.InDoubt;
        if (isDoubtful) {
            synchronized (entries) {
                doubts.add(key);
            }
        }
        store.outcome(key, entry.fingerprint, known);
        entry.complete(known);
        if (isDoubtful) onDoubt.run();
    }

    /**
     * The gateway at a path is about to be asked to send the order or quote of a key, which is kept first.
     *
     * @throws UncheckedIOException if it cannot be kept, so that it must not be sent
     */
    void sending(String key, String path) {
        Entry entry = find(key).orElseThrow();
        store.intent(key, entry.fingerprint, path);
        synchronized (entry) {
            entry.path = path;
        }
    }

    private Optional<Entry> find(String key) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(key));
        }
    }

    /** What became of a key, without waiting. */
    Outcome outcome(String key) {
        return find(key).map(entry -> entry.now(key)).orElseGet(() -> new Outcome.NeverReceived(key));
    }

    /** The keys in doubt, the oldest first. */
    List<Doubt> doubts() {
        synchronized (entries) {
            return doubts.stream().map(key -> new Doubt(key, entries.get(key).path)).toList();
        }
    }

    /** The key as one in doubt, if it is. */
    Optional<Doubt> doubt(String key) {
        synchronized (entries) {
            return doubts.contains(key) ? Optional.of(new Doubt(key, entries.get(key).path)) : Optional.empty();
        }
    }

    /** Ends a doubt. Answers false if there is none, or the outcome is no other than doubt. */
    boolean settle(String key, Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt) return false;
        Entry entry;
        synchronized (entries) {
            if (!doubts.remove(key)) return false;
            entry = outcome instanceof Outcome.NeverReceived ? entries.remove(key) : entries.get(key);
        }
        entry.complete(outcome);
        store.outcome(key, entry.fingerprint, outcome);
        return true;
    }

    /** Learns what an earlier engine kept. To be called before anything else, in the order of the records. */
    void recall(JournalRecord record) {
        String key = record.key();
        synchronized (entries) {
            Entry entry = entries.get(key);
            if (entry == null) {
                entry = new Entry(record.fingerprint());
                entries.put(key, entry);
                if (entries.size() > capacity) dropOldest();
            }
            if (record instanceof JournalRecord.Intent intent) {
                entry.path = intent.path();
                entry.complete(new Outcome.InDoubt(key, "the engine ended while it was being sent"));
            } else {
                entry.complete(((JournalRecord.Result) record).outcome());
            }
            Outcome outcome = entry.now(key);
            if (outcome instanceof Outcome.InDoubt) doubts.add(key);
            else doubts.remove(key);
            if (outcome instanceof Outcome.NeverReceived) entries.remove(key);
        }
    }
}

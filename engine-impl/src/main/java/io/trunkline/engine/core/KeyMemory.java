package io.trunkline.engine.core;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what became of the orders and quotes of each client key, so that none is sent twice, and which of them are
 * in doubt. A key under which nothing was sent, for it was refused before or turned out never to have been received,
 * may be used again. Thread-safe: one lock guards all that is remembered.
 */
final class KeyMemory {

    /**
     * A key that may or may not have been carried out.
     *
     * @param path the gateway path that was asked
     */
    record Doubt(String key, String path, KeyEntry entry) { }

    private static final Logger LOG = LoggerFactory.getLogger(KeyMemory.class);
    private static final int MAX_REFUSALS = 10_000;
    private static final String NOT_CONNECTED = "not-connected";

    private final int capacity;
    private final Duration patience;
    private final String prefix = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX) + "-";
    private final AtomicLong made = new AtomicLong();
    private final Map<String, KeyEntry> entries = new LinkedHashMap<>(); // guarded by itself, like all that follows
    private final Map<String, KeyEntry> doubts = new LinkedHashMap<>();
    private final Map<String, Outcome> refusals = new LinkedHashMap<>(); // of what was not sent to any gateway
    private final Map<Id, Sender> senders = new ConcurrentHashMap<>(); // written under the lock
    private int waiting; // for the first outcome of a key
    private boolean isFull;
    private volatile KeyStore store = KeyStore.NONE;
    private volatile Runnable onDoubt = () -> { };
    private volatile Consumer<Id> onSender = id -> { };

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

    /** Has it told whenever it becomes known who sent the order or quote of an id. The listener must not block. */
    void onSender(Consumer<Id> listener) {
        onSender = listener;
    }

    /** Whether it knows all keys of late, those of earlier engines too. */
    boolean isLasting() {
        synchronized (entries) {
            return !isFull && store.isLasting();
        }
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
        KeyEntry mine = new KeyEntry(key, fingerprint);
        KeyEntry first = claim(mine);
        if (first.fingerprint != fingerprint) {
            return Outcome.refused("key-reused", "the client key " + PlainText.of(key)
                    + " was used for another order or quote; use a new one");
        }
        if (first != mine) return await(first);
        Outcome outcome = null;
        try {
            outcome = work.get();
        } finally {
            complete(mine, outcome);
        }
        return outcome;
    }

    private KeyEntry claim(KeyEntry mine) {
        synchronized (entries) {
            KeyEntry first = entries.putIfAbsent(mine.key, mine);
            if (first != null) return first;
            if (entries.size() > capacity) dropOldest();
            return mine;
        }
    }

    private void dropOldest() {
        Iterator<KeyEntry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            KeyEntry entry = oldest.next();
            if (entry.outcome == null || entry.outcome instanceof Outcome.InDoubt) continue;
            oldest.remove();
            entry.outcome.acceptedId().ifPresent(id -> senders.remove(id, entry.sender));
            if (!isFull) LOG.warn("there are more than {} client keys; what is sent again under an older one is new",
                    capacity);
            isFull = true;
            return;
        }
    }

    private Outcome await(KeyEntry entry) {
        long start = System.nanoTime();
        synchronized (entries) {
            waiting++;
            try {
                for (long left = patience.toNanos(); entry.outcome == null && left > 0;) {
                    TimeUnit.NANOSECONDS.timedWait(entries, left);
                    left = patience.toNanos() - (System.nanoTime() - start);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                waiting--;
            }
            return entry.now();
        }
    }

    /** The outcome is null if the work failed. */
    private void complete(KeyEntry entry, Outcome outcome) {
        boolean wasAsked;
        synchronized (entries) {
            wasAsked = !entry.path.isEmpty();
        }
        Outcome known = outcome != null ? outcome : wasAsked
                ? new Outcome.InDoubt(entry.key, "the engine failed while it was sent")
                : Outcome.refused("engine-error", "the engine failed before it was sent");
        boolean isKept = !(known instanceof Outcome.Refused refused) || wasAsked && !isUnsent(refused);
        if (isKept) store.outcome(entry.key, entry.fingerprint, known);
        else if (wasAsked) store.outcome(entry.key, entry.fingerprint, new Outcome.NeverReceived(entry.key));
        synchronized (entries) {
            set(entry, known);
            if (!isKept) refused(entry);
        }
        if (known instanceof Outcome.InDoubt) onDoubt.run();
    }

    /** A gateway that is not connected sent nothing, which says nothing of what others did under the key. */
    private static boolean isUnsent(Outcome.Refused refused) {
        return refused.refusal().rule().equals(NOT_CONNECTED);
    }

    private void set(KeyEntry entry, Outcome outcome) {
        entry.outcome = outcome;
        if (outcome instanceof Outcome.InDoubt) doubts.put(entry.key, entry);
        if (outcome instanceof Outcome.Accepted accepted) accepted(entry, accepted.id());
        if (waiting > 0) entries.notifyAll();
    }

    private void accepted(KeyEntry entry, Id id) {
        if (!entry.isOurs()) return;
        senders.put(id, entry.sender);
        onSender.accept(id);
    }

    /**
     * Who sent what a gateway of this engine reports under an id and a client key, or under an empty key; null if that
     * is not known. Somebody else's order may bear the same key there.
     */
    Sender sender(Id id, String key) {
        if (key.isEmpty()) return senders.get(id);
        synchronized (entries) {
            KeyEntry entry = entries.get(key);
            return entry != null && entry.mayBe(id) ? entry.sender : null;
        }
    }

    /** Nothing was sent under the key: it is free again, and why it was refused is remembered for a while. */
    private void refused(KeyEntry entry) {
        entries.remove(entry.key, entry);
        refusals.remove(entry.key);
        refusals.put(entry.key, entry.outcome);
        if (refusals.size() > Math.min(capacity, MAX_REFUSALS)) refusals.remove(refusals.keySet().iterator().next());
    }

    /**
     * The gateway at a path is about to be asked to send what somebody sent under a key, which is kept first.
     *
     * @throws UncheckedIOException if it cannot be kept, so that it must not be sent
     */
    void sending(Sender sender, String path) {
        String key = sender.clientKey();
        KeyEntry entry;
        synchronized (entries) {
            entry = entries.get(key);
        }
        store.intent(sender, entry.fingerprint, path);
        synchronized (entries) {
            entry.path = path;
            entry.sender = sender;
            refusals.remove(key);
        }
    }

    /** What became of a key, without waiting; never received if nothing was sent to a gateway under it. */
    Outcome outcome(String key) {
        synchronized (entries) {
            KeyEntry entry = entries.get(key);
            return entry == null ? new Outcome.NeverReceived(key) : entry.now();
        }
    }

    /** Why nothing was sent under a key, if that was refused of late. */
    Optional<Outcome> refusal(String key) {
        synchronized (entries) {
            return Optional.ofNullable(refusals.get(key));
        }
    }

    /** The keys in doubt, the oldest first. */
    List<Doubt> doubts() {
        synchronized (entries) {
            return doubts.values().stream().map(entry -> new Doubt(entry.key, entry.path, entry)).toList();
        }
    }

    /** The key as one in doubt, if it is. */
    Optional<Doubt> doubt(String key) {
        synchronized (entries) {
            return Optional.ofNullable(doubts.get(key)).map(entry -> new Doubt(key, entry.path, entry));
        }
    }

    /** Ends a doubt. Answers false if it was ended before, or the outcome is no other than doubt. */
    boolean settle(Doubt doubt, Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt) return false;
        KeyEntry entry = doubt.entry;
        synchronized (entries) {
            if (doubts.get(entry.key) != entry || entry.isSettling) return false;
            entry.isSettling = true;
        }
        store.outcome(entry.key, entry.fingerprint, outcome); // before the key is free
        synchronized (entries) {
            doubts.remove(entry.key, entry);
            set(entry, outcome);
            if (outcome instanceof Outcome.NeverReceived) entries.remove(entry.key, entry);
        }
        return true;
    }

    /** Learns what an earlier engine kept. To be called before anything else, in the order of the records. */
    void recall(JournalRecord record) {
        String key = record.key();
        synchronized (entries) {
            KeyEntry entry = entries.computeIfAbsent(key, unknown -> new KeyEntry(key, record.fingerprint()));
            if (entries.size() > capacity) dropOldest();
            doubts.remove(key);
            if (record instanceof JournalRecord.Intent intent) {
                entry.path = intent.path();
                entry.sender = intent.sender();
                set(entry, new Outcome.InDoubt(key, "the engine ended while it was being sent"));
            } else {
                set(entry, ((JournalRecord.Result) record).outcome());
            }
            if (entry.outcome instanceof Outcome.NeverReceived) entries.remove(key);
        }
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Remembers what became of the orders and quotes of each client key, so that none is sent twice. Thread-safe. */
final class KeyMemory {

    private final int capacity;
    private final Duration patience;
    private final String prefix = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX) + "-";
    private final AtomicLong made = new AtomicLong();
    private final Map<String, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>(); // guarded by itself

    /** Remembers so many keys, the newest; a repetition waits so long for the first. */
    KeyMemory(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patience = patience;
    }

    /** A key that no other engine makes either. */
    String newKey() {
        return prefix + Long.toString(made.incrementAndGet(), Character.MAX_RADIX);
    }

    /** Runs the work for a key's first time; otherwise answers what became of that, after waiting for it if need be. */
    Outcome once(String key, Supplier<Outcome> work) {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> first = claim(key, mine);
        if (first != mine) return await(key, first);
        try {
            mine.complete(work.get());
        } finally {
            mine.complete(new Outcome.InDoubt(key, "the engine failed while it was sent")); // unless complete already
        }
        return mine.join();
    }

    private CompletableFuture<Outcome> claim(String key, CompletableFuture<Outcome> mine) {
        synchronized (outcomes) {
            CompletableFuture<Outcome> first = outcomes.putIfAbsent(key, mine);
            if (first != null) return first;
            if (outcomes.size() > capacity) dropOldest();
            return mine;
        }
    }

    private void dropOldest() {
        Iterator<CompletableFuture<Outcome>> oldest = outcomes.values().iterator();
        while (oldest.hasNext()) {
            if (!oldest.next().isDone()) continue;
            oldest.remove();
            return;
        }
    }

    private Outcome await(String key, CompletableFuture<Outcome> first) {
        try {
            return first.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return unanswered(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unanswered(key);
        }
    }

    /** What became of a key, without waiting. */
    Outcome outcome(String key) {
        CompletableFuture<Outcome> known;
        synchronized (outcomes) {
            known = outcomes.get(key);
        }
        return known == null ? new Outcome.NeverReceived(key) : known.getNow(unanswered(key));
    }

    private static Outcome unanswered(String key) {
        return new Outcome.InDoubt(key, "it is being sent, and there is no answer yet");
    }
}

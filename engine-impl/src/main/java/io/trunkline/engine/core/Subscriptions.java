package io.trunkline.engine.core;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The interests of all holders in ticks, counted per gateway path and instrument. A gateway is told of the first
 * interest at once, and of the end of the last after a delay, on the thread {@code engine-schedule}. Thread-safe.
 */
final class Subscriptions {

    private record Key(String path, InstrumentId instrument) {}

    private final long delayNanos;
    private final Map<Key, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor schedule = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "engine-schedule");
        thread.setDaemon(true);
        return thread;
    }, new ThreadPoolExecutor.DiscardPolicy());

    Subscriptions(Duration delay) {
        this.delayNanos = TimeUnit.NANOSECONDS.convert(delay);
    }

    /** Adds a holder's interest. The interest is not kept if the gateway does not accept it. */
    Outcome add(Object holder, Router.Route route, InstrumentId instrument) {
        Key key = new Key(route.path(), instrument);
        while (true) {
            Subscription subscription = subscriptions.computeIfAbsent(key, absent ->
                    new Subscription(route.gateway(), new SubscribeRequest(route.path(), instrument)));
            Outcome outcome = subscription.add(holder);
            if (outcome == null || !outcome.isAccepted()) subscriptions.remove(key, subscription);
            if (outcome != null) return outcome;
        }
    }

    /** Ends a holder's interest, if it has any. */
    void remove(Object holder, String path, InstrumentId instrument) {
        Key key = new Key(path, instrument);
        Subscription subscription = subscriptions.get(key);
        if (subscription != null) remove(holder, key, subscription);
    }

    private void remove(Object holder, Key key, Subscription subscription) {
        long ending = subscription.remove(holder);
        if (ending == 0) return;
        schedule.schedule(() -> {
            if (subscription.end(ending)) subscriptions.remove(key, subscription);
        }, delayNanos, TimeUnit.NANOSECONDS);
    }

    /** Ends all interests of a holder. */
    void removeAll(Object holder) {
        subscriptions.forEach((key, subscription) -> remove(holder, key, subscription));
    }

    /** The paths at or behind {@code root} where a holder is interested in an instrument. */
    List<String> paths(Object holder, String root, InstrumentId instrument) {
        return subscriptions.entrySet().stream()
                .filter(entry -> entry.getKey().instrument.equals(instrument)
                        && GatewayPath.isUnder(entry.getKey().path, root) && entry.getValue().isHeldBy(holder))
                .map(entry -> entry.getKey().path).toList();
    }

    /** Tells gateways nothing any more and ends the thread. */
    void close() {
        schedule.shutdownNow();
    }

    /** Waits for the thread's end. Returns whether it ended in time. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return schedule.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}

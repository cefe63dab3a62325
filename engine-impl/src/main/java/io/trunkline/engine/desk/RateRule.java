package io.trunkline.engine.desk;

import io.trunkline.engine.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses more orders within an interval than the rate allows. What a gateway refused counts as well, for it is the
 * flow that is limited. Thread-safe.
 */
final class RateRule implements Rule {

    private final Duration interval;
    private final Map<String, Deque<Instant>> sent = new HashMap<>(); // by client; guarded by this

    RateRule(Duration interval) {
        this.interval = interval;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        return over(asked.limits(), asked.client(), asked).or(() -> over(asked.all(), Texts.EVERYBODY, asked));
    }

    private Optional<Refusal> over(Limits limits, String client, Asked asked) {
        Limits.Bound bound = limits.of(Limit.RATE).orElse(null);
        if (bound == null) return Optional.empty();
        int would = count(client, asked.now()) + asked.orders();
        if (would <= bound.value()) return Optional.empty();
        return Optional.of(bound.refusal("this would be order " + would + " of " + Texts.shown(client) + " within "
                + Texts.number(interval.toMillis() / 1e3) + " s, and " + bound.text() + " may be sent"));
    }

    @Override
    public synchronized void taken(Asked asked) {
        if (asked.limits().of(Limit.RATE).isPresent()) add(asked.client(), asked);
        if (asked.all().of(Limit.RATE).isPresent()) add(Texts.EVERYBODY, asked);
    }

    private void add(String client, Asked asked) {
        Deque<Instant> times = sent.computeIfAbsent(client, unknown -> new ArrayDeque<>());
        for (int i = 0; i < asked.orders(); i++) times.add(asked.now());
    }

    /** The orders of a client within the interval, as far as they are limited. */
    synchronized int count(String client, Instant now) {
        Deque<Instant> times = sent.get(client);
        if (times == null) return 0;
        while (!times.isEmpty() && Duration.between(times.peek(), now).abs().compareTo(interval) >= 0) times.remove();
        if (times.isEmpty()) sent.remove(client);
        return times.size();
    }
}

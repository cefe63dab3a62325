package io.trunkline.engine.desk;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Refuses what the same client sent just before. Guarded by the lock of the engine's interceptors. */
final class DuplicateRule implements Rule {

    private record Same(
            String gateway, InstrumentId instrument, Direction direction, Offset offset, double price, double volume) {

        private static Same of(Leg leg) {
            return new Same(leg.gateway(), leg.instrument(), leg.direction(), leg.offset(), leg.price(), leg.volume());
        }
    }

    private final Map<String, Map<Same, Instant>> sent = new HashMap<>(); // by client, in the order of sending

    @Override
    public Optional<Refusal> check(Asked asked) {
        Limits.Bound bound = asked.limits().of(Limit.DUPLICATES).orElse(null);
        if (bound == null) return Optional.empty();
        Map<Same, Instant> before = sent.getOrDefault(asked.client(), Map.of());
        forget(before, asked.now(), bound.value());
        for (Leg leg : asked.legs()) {
            Instant last = before.get(Same.of(leg));
            if (last == null) continue;
            return Optional.of(bound.refusal(asked.client() + " sent the same (" + leg + ") "
                    + Texts.number(seconds(last, asked.now())) + " s ago, and may send it again after "
                    + bound.text() + " s"));
        }
        return Optional.empty();
    }

    private static void forget(Map<Same, Instant> before, Instant now, double window) {
        Iterator<Instant> oldest = before.values().iterator();
        while (oldest.hasNext() && Math.abs(seconds(oldest.next(), now)) >= window) oldest.remove();
    }

    private static double seconds(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        return span.getSeconds() + span.getNano() / 1e9;
    }

    @Override
    public void taken(Asked asked) {
        if (asked.limits().of(Limit.DUPLICATES).isEmpty()) return;
        Map<Same, Instant> mine = sent.computeIfAbsent(asked.client(), unknown -> new LinkedHashMap<>());
        asked.legs().forEach(leg -> mine.put(Same.of(leg), asked.now()));
    }

    @Override
    public void unsent(Asked asked) {
        Map<Same, Instant> mine = sent.get(asked.client());
        if (mine != null) asked.legs().forEach(leg -> mine.remove(Same.of(leg), asked.now()));
    }
}

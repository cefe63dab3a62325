package io.trunkline.engine.desk;

import io.trunkline.engine.model.Refusal;
import java.util.Optional;

/** Refuses more orders than may be able to trade at a time. */
final class ActiveRule implements Rule {

    private final Working working;

    ActiveRule(Working working) {
        this.working = working;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        return over(asked.limits(), asked.client(), asked).or(() -> over(asked.all(), Texts.EVERYBODY, asked));
    }

    private Optional<Refusal> over(Limits limits, String client, Asked asked) {
        Limits.Bound bound = limits.of(Limit.ACTIVE_ORDERS).orElse(null);
        if (bound == null) return Optional.empty();
        int active = working.count(client);
        if (active + asked.orders() <= bound.value()) return Optional.empty();
        return Optional.of(bound.refusal("with this " + Texts.shown(client) + " would have "
                + (active + asked.orders()) + " active orders, and " + bound.text() + " may be"));
    }
}

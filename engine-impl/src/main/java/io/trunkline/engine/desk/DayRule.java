package io.trunkline.engine.desk;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Refusal;
import java.time.Instant;
import java.util.Optional;

/** Refuses more orders and cancels than a day may have, in all and in one contract. */
final class DayRule implements Rule {

    private final DayCounts counts;

    DayRule(DayCounts counts) {
        this.counts = counts;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        return over(asked, asked.limits(), asked.client()).or(() -> over(asked, asked.all(), Texts.EVERYBODY));
    }

    private Optional<Refusal> over(Asked asked, Limits limits, String client) {
        return over(limits.of(Limit.DAY_ORDERS), client, null, asked.orders(), "order", asked.now())
                .or(() -> over(limits.of(Limit.CONTRACT_ORDERS), client, asked.instrument(), asked.orders(), "order",
                        asked.now()));
    }

    /** Why a client may not cancel, if so. The instrument may be null. */
    Optional<Refusal> checkCancel(Limits limits, String client, InstrumentId instrument, Instant now) {
        return over(limits.of(Limit.DAY_CANCELS), client, null, 1, "cancel", now)
                .or(() -> instrument == null ? Optional.empty()
                        : over(limits.of(Limit.CONTRACT_CANCELS), client, instrument, 1, "cancel", now));
    }

    private Optional<Refusal> over(
            Optional<Limits.Bound> limit, String client, InstrumentId instrument, int more, String what, Instant now) {
        return limit.flatMap(bound -> {
            int would = counts.count(bound.limit(), client, instrument, now) + more;
            if (would <= bound.value()) return Optional.empty();
            return Optional.of(bound.refusal("this would be " + what + " " + would + " of " + Texts.shown(client)
                    + " today" + (instrument == null ? "" : " in " + instrument) + ", and " + bound.text()
                    + " may be sent"));
        });
    }

    @Override
    public void taken(Asked asked) {
        count(asked, asked.orders());
    }

    @Override
    public void unsent(Asked asked) {
        count(asked, -asked.orders());
    }

    private void count(Asked asked, int number) {
        counts.add(Limit.DAY_ORDERS, Limit.CONTRACT_ORDERS, asked.client(), asked.instrument(), number, asked.now());
    }

    /** A cancel is sent, or with -1 was refused after all. */
    void countCancel(String client, InstrumentId instrument, int number, Instant now) {
        counts.add(Limit.DAY_CANCELS, Limit.CONTRACT_CANCELS, client, instrument, number, now);
    }
}

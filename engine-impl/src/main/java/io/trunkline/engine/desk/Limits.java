package io.trunkline.engine.desk;

import io.trunkline.engine.model.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The limits of one client, or of all together. Immutable. */
final class Limits {

    /**
     * A limit that is set.
     *
     * @param source the setting that sets it, for messages
     */
    record Bound(Limit limit, double value, String source, String rule) {

        /** The refusal of what is beyond it, for a reason. */
        Refusal refusal(String reason) {
            return new Refusal(rule, reason + " (" + source + ")");
        }

        String text() {
            return Texts.number(value);
        }
    }

    private final Map<Limit, Bound> bounds;

    private Limits(Map<Limit, Bound> bounds) {
        this.bounds = bounds;
    }

    static Limits none() {
        return new Limits(new EnumMap<>(Limit.class));
    }

    /** The same with one limit set, or taken away by a 0. */
    Limits with(Limit limit, double value, String source) {
        return with(limit, value, source, limit.rule());
    }

    /** The same for a limit of all together, whose rule has a name of its own. */
    Limits withShared(Limit limit, double value, String source) {
        return with(limit, value, source, "all-" + limit.rule());
    }

    private Limits with(Limit limit, double value, String source, String rule) {
        Map<Limit, Bound> copy = new EnumMap<>(Limit.class);
        copy.putAll(bounds);
        copy.remove(limit);
        if (value > 0) copy.put(limit, new Bound(limit, value, source, rule));
        return new Limits(copy);
    }

    /** The limit, if there is one. */
    Optional<Bound> of(Limit limit) {
        return Optional.ofNullable(bounds.get(limit));
    }

    /** The limit as shown in tables: its number, or nothing. */
    String text(Limit limit) {
        return of(limit).map(Bound::text).orElse("");
    }
}

package io.trunkline.engine.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What comes back from a {@link HistoryRequest}. */
public sealed interface History extends Reply {

    /**
     * The bars, oldest first; none if nothing was traded in the range.
     *
     * @param list the bars
     */
    record Bars(List<Bar> list) implements History {

        /** Copies the list. */
        public Bars {
            list = List.copyOf(list);
        }
    }

    /**
     * The gateway has no answer.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements History {

        /** Checks that the refusal is not null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** These bars. */
    static History bars(List<Bar> list) {
        return new Bars(list);
    }

    /** No answer, for a reason. */
    static History refused(String rule, String message) {
        return new Refused(new Refusal(rule, message));
    }

    /** The bars; empty if the request was refused. */
    default List<Bar> bars() {
        return this instanceof Bars bars ? bars.list : List.of();
    }

    /** The refusal, if it was refused. */
    default Optional<Refusal> whyRefused() {
        return this instanceof Refused refused ? Optional.of(refused.refusal) : Optional.empty();
    }
}

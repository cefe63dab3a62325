package io.trunkline.engine;

import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import java.util.Objects;

/** What an interceptor says of a request. */
public sealed interface Decision {

    /** Goes on to the next interceptor, and at last to the gateway. */
    Decision PASS = new Pass();

    /** Goes on. */
    record Pass() implements Decision {}

    /**
     * Goes no further.
     *
     * @param refusal why; it names the rule, its limit and the actual value
     */
    record Refuse(Refusal refusal) implements Decision {

        /** Checks that the refusal is not null. */
        public Refuse {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * Goes no further, because the interceptor carried it out itself.
     *
     * @param reply what the asker gets; an Outcome, or a History for a HistoryRequest
     */
    record Answer(Reply reply) implements Decision {

        /** Checks that the reply is not null. */
        public Answer {
            Objects.requireNonNull(reply, "reply");
        }
    }

    /** Goes no further, by a rule, for a reason. */
    static Decision refuse(String rule, String message) {
        return new Refuse(new Refusal(rule, message));
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.History;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import java.util.function.Function;

/**
 * What kind of reply a request gets.
 *
 * @param type its class
 * @param refused makes a refusing one
 * @param <T> its class
 */
record ReplyKind<T extends Reply>(Class<T> type, Function<Refusal, T> refused) {

    static final ReplyKind<Outcome> OUTCOME = new ReplyKind<>(Outcome.class, Outcome.Refused::new);
    static final ReplyKind<History> HISTORY = new ReplyKind<>(History.class, History.Refused::new);

    T refused(String rule, String message) {
        return refused.apply(new Refusal(rule, message));
    }
}

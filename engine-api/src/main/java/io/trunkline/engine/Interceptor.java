package io.trunkline.engine;

import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;

/**
 * Sees every request before it reaches a gateway, whoever makes it: pre-trade checks, paper trading. The interceptors
 * of an engine form one chain, in order of their stages and then of registration; a client's chain runs before its
 * server's.
 */
public interface Interceptor {

    /** Where in the chain an interceptor stands, whenever it is registered. */
    enum Stage {
        /** Who may ask for something at all. */
        RIGHTS,
        /** What may be asked for, such as pre-trade checks. */
        RULES,
        /** Carries out in a gateway's place, such as paper trading. */
        EXECUTION
    }

    /** Its name, for logs. */
    String name();

    /** Where it stands; {@link Stage#RULES} unless it says otherwise. Always the same. */
    default Stage stage() {
        return Stage.RULES;
    }

    /**
     * Decides on a request. Called under the chain's one lock, so it may keep counts without a lock of its own; it must
     * not block. If it throws, the request is refused.
     */
    Decision before(Request request, Origin origin);

    /**
     * Learns what became of a request that it let pass or answered. Always follows {@link #before}, under the same
     * lock, also when a later interceptor refused.
     */
    default void after(Request request, Origin origin, Reply reply) {}
}

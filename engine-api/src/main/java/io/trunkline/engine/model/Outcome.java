package io.trunkline.engine.model;

import java.util.Objects;
import java.util.Optional;

/** What became of a request that asks for something to be done. */
public sealed interface Outcome extends Reply {

    /**
     * The gateway took it.
     *
     * @param id the id of the order or quote; for a subscription, the resolved gateway path and the instrument
     */
    record Accepted(Id id) implements Outcome {

        /** Checks that the id is not null. */
        public Accepted {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * It was not carried out, and will not be.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Outcome {

        /** Checks that the refusal is not null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * It may or may not have been carried out, such as when the connection broke before the answer. It is never sent
     * again by itself; the engine finds out what became of it, and then answers that for the key.
     *
     * @param clientKey the key to ask with later; empty for requests that have none
     * @param reason what happened
     */
    record InDoubt(String clientKey, String reason) implements Outcome {

        /** Checks that nothing is null. */
        public InDoubt {
            Objects.requireNonNull(clientKey, "clientKey");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * No request with this key was ever received. If one was sent, it cannot arrive any more: its key is free again.
     *
     * @param clientKey the key that was asked for
     */
    record NeverReceived(String clientKey) implements Outcome {

        /** Checks that the key is not null. */
        public NeverReceived {
            Objects.requireNonNull(clientKey, "clientKey");
        }
    }

    /** It was taken, under this id. */
    static Outcome accepted(Id id) {
        return new Accepted(id);
    }

    /** It was refused by a rule, for a reason. */
    static Outcome refused(String rule, String message) {
        return new Refused(new Refusal(rule, message));
    }

    /** Whether the gateway took it. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** The id, if it was accepted. */
    default Optional<Id> acceptedId() {
        return this instanceof Accepted accepted ? Optional.of(accepted.id) : Optional.empty();
    }

    /** The refusal, if it was refused. */
    default Optional<Refusal> whyRefused() {
        return this instanceof Refused refused ? Optional.of(refused.refusal) : Optional.empty();
    }
}

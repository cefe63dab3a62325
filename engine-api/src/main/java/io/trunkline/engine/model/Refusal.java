package io.trunkline.engine.model;

import java.util.Objects;

/**
 * Why a request was not carried out, in words that a person can act on.
 *
 * @param rule the short, stable name of the rule that refused it, such as {@code unknown-gateway}
 * @param message the sentence; it names the rule's limit and the actual value where there are such
 */
public record Refusal(String rule, String message) {

    /** Checks that nothing is null. */
    public Refusal {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return message + " [" + rule + "]";
    }
}

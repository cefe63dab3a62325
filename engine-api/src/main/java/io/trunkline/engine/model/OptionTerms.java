package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What an option contract has beside the terms of any contract.
 *
 * @param strike strike price
 * @param underlying text form of the underlying's instrument id; may be empty
 * @param type CALL or PUT
 * @param listed first trading day, or null if not known
 * @param expiry expiry, or null if not known
 * @param portfolio name of the chain's portfolio; may be empty
 * @param index the strike's place in its chain; may be empty
 */
public record OptionTerms(
        double strike, String underlying, OptionType type, Instant listed, Instant expiry, String portfolio,
        String index) {

    /** Checks that nothing but the two dates is null. */
    public OptionTerms {
        Check.finite(strike, "strike");
        Objects.requireNonNull(underlying, "underlying");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(index, "index");
    }
}

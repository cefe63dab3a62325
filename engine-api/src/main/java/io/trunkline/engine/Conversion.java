package io.trunkline.engine;

import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an order request becomes when its offset is worked out.
 *
 * @param requests the requests to send instead; none if refused
 * @param refusal why there are none
 */
public record Conversion(List<OrderRequest> requests, Optional<Refusal> refusal) {

    /** Checks that nothing is null and copies the list. */
    public Conversion {
        requests = List.copyOf(requests);
        Objects.requireNonNull(refusal, "refusal");
    }

    /** These requests. */
    public static Conversion to(List<OrderRequest> requests) {
        return new Conversion(requests, Optional.empty());
    }

    /** None, by a rule, for a reason. */
    public static Conversion refused(String rule, String message) {
        return new Conversion(List.of(), Optional.of(new Refusal(rule, message)));
    }
}

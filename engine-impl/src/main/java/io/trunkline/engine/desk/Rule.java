package io.trunkline.engine.desk;

import io.trunkline.engine.model.Refusal;
import java.util.Optional;

/** One reason to refuse an order or quote. Asked and told under the lock of the engine's interceptors. */
interface Rule {

    /** Why it must not be sent, if so. Changes nothing that counts. */
    Optional<Refusal> check(Asked asked);

    /** All rules let it pass: it is sent now. */
    default void taken(Asked asked) {}

    /** It was refused after all, by somebody who was asked later. */
    default void unsent(Asked asked) {}
}

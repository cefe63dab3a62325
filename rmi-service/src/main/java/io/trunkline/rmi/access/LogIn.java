package io.trunkline.rmi.access;

import io.trunkline.engine.model.Refusal;

/** What a client that wants to log in gets. */
public sealed interface LogIn {

    /**
     * It may come in.
     *
     * @param name its name, under which its orders are known
     * @param rights what it may do
     */
    record Granted(String name, Rights rights) implements LogIn {}

    /**
     * It may not.
     *
     * @param refusal why, in words that tell nothing to who guesses
     * @param reason why, for the service's own log and audit
     * @param isHeldUp whether what it shows was not even looked at, for it failed too often
     */
    record Denied(Refusal refusal, String reason, boolean isHeldUp) implements LogIn {}
}

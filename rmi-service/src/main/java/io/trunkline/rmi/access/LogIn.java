package io.trunkline.rmi.access;

import io.trunkline.engine.model.Refusal;
import java.util.Optional;

/** What a client that wants to log in gets. */
public sealed interface LogIn {

    /**
     * It may come in.
     *
     * @param name its name, under which its orders are known
     * @param rights what it may do
     * @param fingerprint of the certificate that it showed; empty if none
     * @param token what the service keeps of its token; empty if it needed none
     */
    record Granted(String name, Rights rights, String fingerprint, Optional<TokenHash> token) implements LogIn {}

    /**
     * It may not.
     *
     * @param refusal why, in words that tell nothing to who guesses
     * @param reason why, for the service's own log and audit
     * @param isFrequent whether nothing limits how often it may come, so that not each time is worth a line
     */
    record Denied(Refusal refusal, String reason, boolean isFrequent) implements LogIn {}
}

package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Reply;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls gateways so that a faulty one answers instead of throwing. */
final class GatewayCalls {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayCalls.class);

    private GatewayCalls() {}

    /** The reply of a call; a refusal if it throws or answers null. */
    static <T extends Reply> T reply(Gateway gateway, ReplyKind<T> kind, Supplier<T> call) {
        T reply = attempt(gateway, call);
        return reply != null ? reply : kind.refused("gateway-error", failed(gateway));
    }

    /** The outcome of sending an order, a quote or a cancel; in doubt if it throws or answers null. */
    static Outcome sent(Gateway gateway, String clientKey, Supplier<Outcome> call) {
        Outcome outcome = attempt(gateway, call);
        return outcome != null ? outcome
                : new Outcome.InDoubt(clientKey, failed(gateway) + "; what it was asked may have been done");
    }

    private static <T> T attempt(Gateway gateway, Supplier<T> call) {
        try {
            T reply = call.get();
            if (reply == null) LOG.error("gateway {} answered nothing", gateway.name());
            return reply;
        } catch (Throwable e) { // requests never throw, whatever a plug-in does
            LOG.error("gateway {} failed", gateway.name(), e);
            return null;
        }
    }

    private static String failed(Gateway gateway) {
        return "gateway " + gateway.name() + " failed with an internal error; the program's log has the details";
    }
}

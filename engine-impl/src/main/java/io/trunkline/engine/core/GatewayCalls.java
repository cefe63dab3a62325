package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Reply;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls gateways so that a faulty one refuses instead of throwing. */
final class GatewayCalls {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayCalls.class);

    private GatewayCalls() {}

    /** The reply of a call; a refusal if it throws or answers null. */
    static <T extends Reply> T reply(Gateway gateway, ReplyKind<T> kind, Supplier<T> call) {
        try {
            T reply = call.get();
            if (reply != null) return reply;
            LOG.error("gateway {} answered nothing", gateway.name());
        } catch (Throwable e) { // requests never throw, whatever a plug-in does
            LOG.error("gateway {} failed", gateway.name(), e);
        }
        return kind.refused("gateway-error",
                "gateway " + gateway.name() + " failed with an internal error; the program's log has the details");
    }
}

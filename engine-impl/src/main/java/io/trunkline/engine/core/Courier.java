package io.trunkline.engine.core;

import io.trunkline.engine.Origin;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Takes requests through the interceptors to their gateways, and writes of those that go nowhere. Thread-safe. */
final class Courier {

    /** The source of log entries that are of no gateway. */
    static final String ENGINE = "MainEngine";

    private final InterceptorChain interceptors;
    private final EventSink sink;
    private final InstantSource clock;

    Courier(InterceptorChain interceptors, EventSink sink, InstantSource clock) {
        this.interceptors = interceptors;
        this.sink = sink;
        this.clock = clock;
    }

    /** The reply to a request: that of the route if it is refused, of an interceptor, or of the call. */
    <T extends Reply> T carry(
            Request request, Origin origin, Router.Route route, ReplyKind<T> kind, Supplier<T> call) {
        if (route.refusal() != null) return kind.refused().apply(route.refusal());
        return interceptors.run(request, origin, kind, () -> GatewayCalls.reply(route.gateway(), kind, call));
    }

    /** The same for a request that must not be taken for refused if its gateway fails. */
    Outcome carry(Request request, Origin origin, Router.Route route, String clientKey, Supplier<Outcome> call) {
        if (route.refusal() != null) return new Outcome.Refused(route.refusal());
        return interceptors.run(request, origin, ReplyKind.OUTCOME,
                () -> GatewayCalls.sent(route.gateway(), clientKey, call));
    }

    /** Writes of a request that named no gateway there is. */
    void warnOfRoute(Router.Route route) {
        Refusal refusal = route.refusal();
        if (refusal != null && refusal.rule().equals(Router.UNKNOWN_GATEWAY)) warn(ENGINE, refusal.message());
    }

    /** Writes of an order or quote that was refused. */
    void warnOfRefusal(Request request, Refusal refusal) {
        boolean unknown = refusal.rule().equals(Router.UNKNOWN_GATEWAY);
        warn(unknown ? ENGINE : GatewayPath.first(request.gateway()), request.instrument() + " refused: " + refusal);
    }

    private void warn(String source, String message) {
        sink.publish(new LogEntry(source, LogLevel.WARNING, message, clock.instant()));
    }
}

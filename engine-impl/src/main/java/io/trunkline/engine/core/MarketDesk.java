package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.List;
import java.util.function.BiConsumer;

/** Subscribes, and asks gateways for what they know. Thread-safe. */
final class MarketDesk {

    private final Router router;
    private final Courier courier;
    private final Subscriptions subscriptions;

    MarketDesk(Router router, Courier courier, Subscriptions subscriptions) {
        this.router = router;
        this.courier = courier;
        this.subscriptions = subscriptions;
    }

    /** What an accepted subscription is called. */
    static Id subscriptionId(String path, InstrumentId instrument) {
        return Id.of(path, instrument.toString());
    }

    Outcome subscribe(SubscribeRequest asked, OriginPort port) {
        Router.Route route = router.to(asked.gateway(), asked.instrument());
        courier.warnOfRoute(route);
        SubscribeRequest request = asked.at(route.path());
        Outcome outcome = courier.carry(request, port.origin(), route, ReplyKind.OUTCOME,
                () -> subscriptions.add(port, route, request.instrument()));
        if (port.isClosed()) subscriptions.removeAll(port); // it was closed while the gateway worked
        return outcome;
    }

    /** Ends an interest; where the asker has just one behind the path, that is the one meant, listed or not. */
    Outcome unsubscribe(UnsubscribeRequest asked, OriginPort port) {
        List<String> held = subscriptions.paths(port, asked.gateway(), asked.instrument());
        Router.Route route = held.size() == 1
                ? router.along(held.get(0)) : router.to(asked.gateway(), asked.instrument());
        courier.warnOfRoute(route);
        UnsubscribeRequest request = asked.at(route.path());
        return courier.carry(request, port.origin(), route, ReplyKind.OUTCOME, () -> {
            subscriptions.remove(port, request.gateway(), request.instrument());
            return Outcome.accepted(subscriptionId(request.gateway(), request.instrument()));
        });
    }

    History history(HistoryRequest asked, OriginPort port) {
        Router.Route route = router.to(asked.gateway(), asked.instrument());
        courier.warnOfRoute(route);
        HistoryRequest request = asked.at(route.path());
        return courier.carry(request, port.origin(), route, ReplyKind.HISTORY,
                () -> route.gateway().queryHistory(request));
    }

    Outcome accounts(String path) {
        return query(path, "accounts", Gateway::queryAccounts);
    }

    Outcome positions(String path) {
        return query(path, "positions", Gateway::queryPositions);
    }

    private Outcome query(String path, String what, BiConsumer<Gateway, String> call) {
        Router.Route route = router.along(path);
        courier.warnOfRoute(route);
        if (route.refusal() != null) return ReplyKind.OUTCOME.refused().apply(route.refusal());
        return GatewayCalls.reply(route.gateway(), ReplyKind.OUTCOME, () -> {
            call.accept(route.gateway(), path);
            return Outcome.accepted(Id.of(path, what));
        });
    }
}

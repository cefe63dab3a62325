package io.trunkline.engine.core;

import io.trunkline.engine.Origin;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends and cancels orders and quotes. Thread-safe. */
final class OrderDesk {

    private final Router router;
    private final Courier courier;
    private final CoreBooks books;
    private final KeyMemory keys;

    OrderDesk(Router router, Courier courier, CoreBooks books, KeyMemory keys) {
        this.router = router;
        this.courier = courier;
        this.books = books;
        this.keys = keys;
    }

    Outcome send(OrderRequest asked, Origin origin) {
        long began = System.nanoTime();
        OrderRequest owned = origin.isLocal() ? asked : asked.withOwner(origin.name());
        OrderRequest keyed = owned.clientKey().isEmpty() ? owned.withClientKey(keys.newKey()) : owned;
        return keys.once(keyed.clientKey(), () -> deliver(keyed, origin, (route, request) ->
                inTime(request.validity(), began, () -> noted(request, route.gateway().sendOrder(request)))));
    }

    Outcome send(QuoteRequest asked, Origin origin) {
        long began = System.nanoTime();
        QuoteRequest owned = origin.isLocal() ? asked : asked.withOwner(origin.name());
        QuoteRequest keyed = owned.clientKey().isEmpty() ? owned.withClientKey(keys.newKey()) : owned;
        return keys.once(keyed.clientKey(), () -> deliver(keyed, origin, (route, request) ->
                inTime(request.validity(), began, () -> route.gateway().sendQuote(request))));
    }

    /** Asks a gateway for something. */
    private interface Call<R> {
        Outcome on(Router.Route route, R request);
    }

    @SuppressWarnings("unchecked") // at(path) answers a request of the same class
    private <R extends Request> Outcome deliver(R asked, Origin origin, Call<R> call) {
        Router.Route route = router.to(asked.gateway(), asked.instrument());
        R request = (R) asked.at(route.path());
        Outcome outcome = courier.carry(request, origin, route, ReplyKind.OUTCOME, () -> call.on(route, request));
        outcome.whyRefused().ifPresent(refusal -> courier.warnOfRefusal(request, refusal));
        return outcome;
    }

    private static Outcome inTime(Duration validity, long began, Supplier<Outcome> call) {
        if (validity.isZero()) return call.get();
        long age = System.nanoTime() - began;
        if (age < TimeUnit.NANOSECONDS.convert(validity)) return call.get();
        return Outcome.refused("too-late", "it was valid for " + text(validity) + " and " + text(Duration.ofNanos(age))
                + " had passed before it could be sent");
    }

    private static String text(Duration time) {
        return time.toNanos() / 1_000 / 1_000.0 + " ms";
    }

    /** Counts an accepted order's lots as bound from now on, without waiting for its first event. */
    private Outcome noted(OrderRequest request, Outcome outcome) {
        Id id = outcome.acceptedId().orElse(null);
        String path = request.gateway();
        if (id != null && !id.value().equals(path) && GatewayPath.isUnder(id.value(), path)) {
            books.converters().of(path).onSent(Order.of(request, path, id.value().substring(path.length() + 1)));
        }
        return outcome;
    }

    Outcome cancel(CancelRequest asked, Origin origin) {
        CancelRequest request = asked.instrument() != null ? asked
                : books.order(asked.id()).map(Order::cancelRequest).orElse(asked);
        return cancel(request, origin, route -> route.gateway().cancelOrder(request));
    }

    Outcome cancel(CancelQuoteRequest asked, Origin origin) {
        CancelQuoteRequest request = asked.instrument() != null ? asked
                : books.quote(asked.id()).map(Quote::cancelRequest).orElse(asked);
        return cancel(request, origin, route -> route.gateway().cancelQuote(request));
    }

    private Outcome cancel(Request request, Origin origin, Function<Router.Route, Outcome> call) {
        Router.Route route = router.toGateway(request.gateway());
        courier.warnOfRoute(route);
        return courier.carry(request, origin, route, ReplyKind.OUTCOME, () -> call.apply(route));
    }

    Outcome outcome(String clientKey) {
        return keys.outcome(clientKey);
    }
}

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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Sends and cancels orders and quotes. Thread-safe. */
final class OrderDesk {

    private final Router router;
    private final Courier courier;
    private final CoreBooks books;
    private final KeyMemory keys;
    private final Settlement settlement;

    OrderDesk(Router router, Courier courier, CoreBooks books, KeyMemory keys, Settlement settlement) {
        this.router = router;
        this.courier = courier;
        this.books = books;
        this.keys = keys;
        this.settlement = settlement;
    }

    Outcome send(OrderRequest asked, Origin origin) {
        long began = System.nanoTime();
        OrderRequest owned = origin.isLocal() ? asked : asked.withOwner(origin.name());
        OrderRequest keyed = owned.clientKey().isEmpty() ? owned.withClientKey(keys.newKey()) : owned;
        return keys.once(keyed.clientKey(), Fingerprint.of(keyed), () -> deliver(
                keyed, Sender.of(keyed), origin, new Limit(keyed.validity(), began),
                (route, request) -> noted(request, route.gateway().sendOrder(request))));
    }

    Outcome send(QuoteRequest asked, Origin origin) {
        long began = System.nanoTime();
        QuoteRequest owned = origin.isLocal() ? asked : asked.withOwner(origin.name());
        QuoteRequest keyed = owned.clientKey().isEmpty() ? owned.withClientKey(keys.newKey()) : owned;
        return keys.once(keyed.clientKey(), Fingerprint.of(keyed), () -> deliver(
                keyed, Sender.of(keyed), origin, new Limit(keyed.validity(), began),
                (route, request) -> route.gateway().sendQuote(request)));
    }

    /** Asks a gateway for something. */
    private interface Call<R> {
        Outcome on(Router.Route route, R request);
    }

    /** How long after its beginning something may still be sent. */
    private record Limit(Duration validity, long began) {

        /** Why it is too late, if it is. */
        Optional<Outcome> passed() {
            if (validity.isZero()) return Optional.empty();
            long age = System.nanoTime() - began;
            if (age < TimeUnit.NANOSECONDS.convert(validity)) return Optional.empty();
            return Optional.of(Outcome.refused("too-late", "it was valid for " + text(validity) + " and "
                    + text(Duration.ofNanos(age)) + " had passed before it could be sent"));
        }
    }

    @SuppressWarnings("unchecked") // at(path) answers a request of the same class
    private <R extends Request> Outcome deliver(R asked, Sender sender, Origin origin, Limit limit, Call<R> call) {
        Router.Route route = router.to(asked.gateway(), asked.instrument());
        R request = (R) asked.at(route.path());
        Outcome outcome = courier.carry(request, origin, route, sender.clientKey(), () -> {
            Optional<Outcome> no = limit.passed().or(() -> unkept(sender, route.path()));
            return no.isPresent() ? no.get() : call.on(route, request);
        });
        outcome.whyRefused().ifPresent(refusal -> courier.warnOfRefusal(request, refusal));
        return outcome;
    }

    /** Keeps that it is sent now; answers a refusal if that fails. */
    private Optional<Outcome> unkept(Sender sender, String path) {
        try {
            keys.sending(sender, path);
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(Outcome.refused("journal-error", "nothing was sent: " + e.getMessage()));
        }
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
        return courier.carry(request, origin, route, "", () -> call.apply(route));
    }

    Outcome outcome(String clientKey) {
        return settlement.outcome(clientKey);
    }
}

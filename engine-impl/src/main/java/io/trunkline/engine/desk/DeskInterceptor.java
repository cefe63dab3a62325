package io.trunkline.engine.desk;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks the rules about every order and quote, and the day's counts about every cancel, which nothing else refuses. All
 * else passes. Guarded by the lock of the engine's interceptors.
 */
final class DeskInterceptor implements Interceptor {

    private final DeskSettings settings;
    private final List<Rule> rules;
    private final DayRule day;
    private final Working working;
    private final InstantSource clock;
    private final Map<String, Asked> sending = new HashMap<>(); // by client key
    private final LongAdder refused = new LongAdder();

    DeskInterceptor(DeskSettings settings, List<Rule> rules, DayRule day, Working working, InstantSource clock) {
        this.settings = settings;
        this.rules = rules;
        this.day = day;
        this.working = working;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "desk";
    }

    /** How many requests were refused here. */
    long refused() {
        return refused.sum();
    }

    @Override
    public Decision before(Request request, Origin origin) {
        Optional<Refusal> refusal = isCancel(request) ? cancel(request, Texts.client(origin)) : send(request, origin);
        if (refusal.isEmpty()) return Decision.PASS;
        refused.increment();
        return new Decision.Refuse(refusal.get());
    }

    private Optional<Refusal> send(Request request, Origin origin) {
        List<Leg> legs = Leg.of(request);
        if (legs.isEmpty()) return Optional.empty();
        String client = Texts.client(origin);
        Asked asked = new Asked(client, settings.of(client), settings.all(), legs, clock.instant());
        for (Rule rule : rules) {
            Optional<Refusal> refusal = rule.check(asked);
            if (refusal.isPresent()) return refusal;
        }
        rules.forEach(rule -> rule.taken(asked));
        sending.put(key(request), asked);
        working.reserve(key(request), client, kind(request), legs);
        return Optional.empty();
    }

    private static String key(Request request) {
        if (request instanceof OrderRequest order) return order.clientKey();
        return request instanceof QuoteRequest quote ? quote.clientKey() : "";
    }

    private static RecordKind kind(Request request) {
        return request instanceof QuoteRequest ? RecordKind.QUOTE : RecordKind.ORDER;
    }

    private static boolean isCancel(Request request) {
        return request instanceof CancelRequest || request instanceof CancelQuoteRequest;
    }

    private Optional<Refusal> cancel(Request request, String client) {
        Instant now = clock.instant();
        Optional<Refusal> refusal = day.checkCancel(settings.of(client), client, request.instrument(), now)
                .or(() -> day.checkCancel(settings.all(), Texts.EVERYBODY, request.instrument(), now));
        if (refusal.isEmpty()) day.countCancel(client, request.instrument(), 1, now);
        return refusal;
    }

    @Override
    public void after(Request request, Origin origin, Reply reply) {
        if (!(reply instanceof Outcome outcome)) return;
        boolean isRefused = outcome.whyRefused().isPresent();
        if (isCancel(request)) {
            if (isRefused) day.countCancel(Texts.client(origin), request.instrument(), -1, clock.instant());
            return;
        }
        Asked asked = sending.remove(key(request));
        if (asked == null) return;
        working.settle(key(request), outcome);
        if (isRefused) rules.forEach(rule -> rule.unsent(asked));
    }
}

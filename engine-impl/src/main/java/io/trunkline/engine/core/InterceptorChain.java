package io.trunkline.engine.core;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The interceptors in their order, and the one lock under which they are asked. Thread-safe. */
final class InterceptorChain {

    private static final Logger LOG = LoggerFactory.getLogger(InterceptorChain.class);

    /** A place in the chain, so that one interceptor may have several. */
    private static final class Link {
        private final Interceptor interceptor;

        private Link(Interceptor interceptor) {
            this.interceptor = interceptor;
        }
    }

    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    Registration add(Interceptor interceptor) {
        Link link = new Link(Objects.requireNonNull(interceptor, "interceptor"));
        lock.lock();
        try {
            int place = 0;
            while (place < links.size()
                    && links.get(place).interceptor.stage().compareTo(interceptor.stage()) <= 0) {
                place++;
            }
            links.add(place, link);
        } finally {
            lock.unlock();
        }
        return () -> links.remove(link);
    }

    List<String> names() {
        return links.stream().map(link -> link.interceptor.name()).toList();
    }

    /**
     * Asks all interceptors about a request, makes the call outside the lock if all let it pass, and tells those that
     * did, the last first, what became of it. The call must not throw.
     */
    <T extends Reply> T run(Request request, Origin origin, ReplyKind<T> kind, Supplier<T> call) {
        List<Interceptor> passed = new ArrayList<>(links.size());
        T early = before(request, origin, kind, passed);
        T reply = early == null ? call.get() : early;
        after(request, origin, reply, passed);
        return reply;
    }

    /**
     * Returns the reply of the one that refused or answered, or null if all let it pass; fills in those that let it.
     */
    private <T extends Reply> T before(Request request, Origin origin, ReplyKind<T> kind, List<Interceptor> passed) {
        if (links.isEmpty()) return null;
        lock.lock();
        try {
            for (Link link : links) {
                Interceptor interceptor = link.interceptor;
                Decision decision = ask(interceptor, request, origin);
                if (decision instanceof Decision.Refuse refuse) return kind.refused().apply(refuse.refusal());
                passed.add(interceptor);
                if (decision instanceof Decision.Answer answer) return fitting(interceptor, answer, kind);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static Decision ask(Interceptor interceptor, Request request, Origin origin) {
        try {
            return Objects.requireNonNull(interceptor.before(request, origin), "decision");
        } catch (Throwable e) { // an order that could not be checked is not sent
            LOG.error("interceptor {} failed on {}", interceptor.name(), PlainText.of(request.toString()), e);
            return new Decision.Refuse(failed(interceptor));
        }
    }

    private static <T extends Reply> T fitting(Interceptor interceptor, Decision.Answer answer, ReplyKind<T> kind) {
        if (kind.type().isInstance(answer.reply())) return kind.type().cast(answer.reply());
        LOG.error("interceptor {} answered with the wrong kind of reply: {}", interceptor.name(), answer.reply());
        return kind.refused().apply(failed(interceptor));
    }

    private static Refusal failed(Interceptor interceptor) {
        return new Refusal("interceptor-error", "the check " + interceptor.name() + " failed, so nothing was sent");
    }

    private void after(Request request, Origin origin, Reply reply, List<Interceptor> passed) {
        if (passed.isEmpty()) return;
        lock.lock();
        try {
            for (int i = passed.size() - 1; i >= 0; i--) tell(passed.get(i), request, origin, reply);
        } finally {
            lock.unlock();
        }
    }

    private static void tell(Interceptor interceptor, Request request, Origin origin, Reply reply) {
        try {
            interceptor.after(request, origin, reply);
        } catch (Throwable e) { // the request is over; the others must still learn of it
            LOG.error("interceptor {} failed after {}", interceptor.name(), PlainText.of(request.toString()), e);
        }
    }
}

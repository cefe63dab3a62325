package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Refusal;
import io.trunkline.rmi.access.Audit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels orders and quotes of clients that went away and did not come back in time, for those clients that are to have
 * that. What is still on its way when a client goes is cancelled once the books have it. Thread-safe; gateways are
 * asked on a thread of its own.
 */
final class LeftOrders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOrders.class);
    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long WATCH_NANOS = Duration.ofMinutes(1).toNanos();

    /** A client that is away. */
    private static final class Away {
        private final long deadline;
        private final Map<Id, Long> asked = new HashMap<>(); // when; by the one thread, like the next
        private boolean isTold;

        private Away(long deadline) {
            this.deadline = deadline;
        }
    }

    private final MainEngine engine;
    private final Audit audit;
    private final Map<String, Away> away = new ConcurrentHashMap<>(); // by the client's name
    private final AtomicBoolean isWorking = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "rpc-left-orders");
        thread.setDaemon(true);
        return thread;
    });

    LeftOrders(MainEngine engine, Audit audit) {
        this.engine = engine;
        this.audit = audit;
    }

    /** The last session of a client ended. */
    void left(String client, Duration grace, long now) {
        away.put(client, new Away(now + grace.toNanos()));
    }

    /** A client came, or came back. */
    void came(String client) {
        away.remove(client);
    }

    /** Has cancelled what is due. To be called again and again; does not block. */
    void look(long now) {
        boolean isDue = away.values().stream().anyMatch(each -> now - each.deadline >= 0);
        if (!isDue || !isWorking.compareAndSet(false, true)) return;
        work(() -> {
            try {
                away.forEach((client, since) -> {
                    if (now - since.deadline >= 0) cancel(client, since, now);
                });
            } catch (RuntimeException e) {
                LOG.error("cancelling the orders of clients that left failed", e);
            } finally {
                isWorking.set(false);
            }
        });
    }

    private void work(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException e) {
            return; // closed meanwhile
        }
    }

    private void cancel(String client, Away since, long now) {
        boolean isAny = false;
        for (Order order : engine.activeOrders()) {
            if (!order.owner().equals(client)) continue;
            isAny = true;
            cancel(client, since, now, order.id(), () -> engine.cancelOrder(order.cancelRequest()));
        }
        for (Quote quote : engine.activeQuotes()) {
            if (!quote.owner().equals(client)) continue;
            isAny = true;
            cancel(client, since, now, quote.id(), () -> engine.cancelQuote(quote.cancelRequest()));
        }
        if (!isAny && now - since.deadline > WATCH_NANOS) away.remove(client, since);
    }

    private void cancel(String client, Away since, long now, Id id, Supplier<Outcome> call) {
        Long asked = since.asked.get(id);
        if (away.get(client) != since || asked != null && now - asked < AGAIN_NANOS) return;
        since.asked.put(id, now);
        if (!since.isTold) {
            since.isTold = true;
            engine.log(LogLevel.WARNING, RpcServiceProvider.TYPE,
                    "client " + client + " did not come back: its orders and quotes are cancelled");
        }
        Outcome outcome = call.get();
        audit.write(client, "", "cancelled as it left", id + ": "
                + outcome.whyRefused().map(Refusal::toString).orElse("asked"));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

package io.trunkline.engine.paper;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the engine's ticks to the accounts that follow their instruments, on the event thread, and subscribes to them
 * on a daemon thread of its own, since a gateway may block. Thread-safe.
 */
final class TickFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TickFeed.class);

    private final MainEngine engine;
    private final RequestPort port;
    private final Map<InstrumentId, List<PaperAccount>> followers = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            new ThreadFactoryBuilder().setNameFormat("paper-subscribe").setDaemon(true).build());
    private final Registration registration;

    TickFeed(MainEngine engine) {
        this.engine = engine;
        this.port = engine.requestsOf(Origin.LOCAL);
        this.registration = engine.events().on(Tick.class, this::onTick);
    }

    /** Lets an account have the ticks of an instrument. Does not block. */
    void follow(String path, InstrumentId instrument, PaperAccount account) {
        followers.computeIfAbsent(instrument, absent -> new CopyOnWriteArrayList<>()).add(account);
        try {
            thread.execute(() -> subscribe(path, instrument));
        } catch (RejectedExecutionException e) {
            LOG.debug("closing, so {} is not subscribed to", instrument, e);
        }
    }

    private void subscribe(String path, InstrumentId instrument) {
        Outcome outcome = port.subscribe(new SubscribeRequest(path, instrument));
        if (outcome.isAccepted() || thread.isShutdown()) return;
        engine.log(LogLevel.WARNING, PaperProvider.TYPE, "paper orders of " + instrument + " trade only if " + path
                + " sends ticks for another reason: subscribing failed: " + outcome);
    }

    private void onTick(Tick tick) {
        List<PaperAccount> accounts = followers.get(tick.instrument());
        if (accounts != null) accounts.forEach(account -> account.onTick(tick));
    }

    @Override
    public void close() {
        registration.close();
        thread.shutdownNow();
        port.close();
    }
}

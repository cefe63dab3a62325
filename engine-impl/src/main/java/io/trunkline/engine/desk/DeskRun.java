package io.trunkline.engine.desk;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Resync;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk from a start to its stop: the rules, what they count, and the threads that keep it. Thread-safe.
 *
 * <p>Counts are written every second if they changed, and at the end: a process that is killed forgets those of the
 * last second, and of as long as the disk takes.
 */
final class DeskRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskRun.class);
    private static final long SAVE_MILLIS = 1_000;
    private static final long DOUBT_MILLIS = 5_000;
    private static final long PATIENCE_SECONDS = 5;

    private final MainEngine engine;
    private final DeskSettings settings;
    private final Store store;
    private final States states;
    private final DayCounts counts;
    private final RateRule rate;
    private final Working working;
    private final DeskInterceptor interceptor;
    private final List<Registration> registrations = new ArrayList<>();
    private final ScheduledThreadPoolExecutor threads;
    private final AtomicBoolean isFailing = new AtomicBoolean(); // writing the counts, as far as was logged

    /** Begins to hold the engine's requests to the rules. Throws IOException if what was kept cannot be read. */
    DeskRun(MainEngine engine, DeskSettings settings, Store store) throws IOException {
        this.engine = engine;
        this.settings = settings;
        this.store = store;
        states = States.read(store);
        counts = DayCounts.read(store, settings.roll());
        rate = new RateRule(settings.interval());
        working = new Working(engine);
        InstantSource clock = engine.options().clock();
        DayRule day = new DayRule(counts);
        interceptor = new DeskInterceptor(settings, rules(day), day, working, clock);
        registrations.add(engine.events().on(Order.class, working::onOrder));
        registrations.add(engine.events().on(Quote.class, working::onQuote));
        registrations.add(engine.events().on(Resync.class, working::onResync));
        working.begin();
        registrations.add(engine.addInterceptor(interceptor));
        threads = new ScheduledThreadPoolExecutor(2,
                new ThreadFactoryBuilder().setNameFormat("desk-%d").setDaemon(true).build());
        threads.scheduleWithFixedDelay(this::save, SAVE_MILLIS, SAVE_MILLIS, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::askAboutDoubts, DOUBT_MILLIS, DOUBT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private List<Rule> rules(DayRule day) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new StateRule(states, engine, working));
        if (settings.checksContracts()) rules.add(new ContractRule(engine, settings.roll()));
        rules.add(new SizeRule(engine));
        rules.add(new CollarRule(engine));
        rules.add(new DuplicateRule());
        rules.add(rate);
        rules.add(day);
        rules.add(new ActiveRule(working));
        return rules;
    }

    DeskSettings settings() {
        return settings;
    }

    States states() {
        return states;
    }

    DayCounts counts() {
        return counts;
    }

    RateRule rate() {
        return rate;
    }

    Working working() {
        return working;
    }

    long refused() {
        return interceptor.refused();
    }

    private void save() {
        try {
            counts.save();
            if (isFailing.compareAndSet(true, false)) LOG.info("the counts of the day are written again");
        } catch (ClosedByInterruptException e) {
            LOG.debug("closing, which writes the counts itself", e);
        } catch (IOException | RuntimeException e) {
            if (isFailing.compareAndSet(false, true)) {
                LOG.error("the counts of the day cannot be written; a restart would not know them", e);
            }
        }
    }

    /** Lets those not count any more that turn out not to have been sent. */
    void askAboutDoubts() {
        try {
            for (String key : working.doubts()) {
                Outcome outcome = engine.outcome(key);
                working.settle(key, outcome);
                if (Thread.currentThread().isInterrupted()) return;
            }
        } catch (RuntimeException e) { // the next time may be better
            LOG.warn("asking about orders in doubt failed", e);
        }
    }

    @Override
    public void close() {
        for (int i = registrations.size() - 1; i >= 0; i--) registrations.get(i).close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the desk's threads have not ended within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        save();
        if (isFailing.get()) {
            engine.log(LogLevel.ERROR, DeskProvider.TYPE, "the counts of the day could not be written");
        }
        store.close();
    }
}

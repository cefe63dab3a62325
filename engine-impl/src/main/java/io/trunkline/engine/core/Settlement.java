package io.trunkline.engine.core;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of orders and quotes that are in doubt: from what the gateway reported, or by asking it. Does so
 * by itself whenever a gateway becomes live, and again after pauses of up to ten seconds, on the daemon thread
 * {@code engine-settle}, which starts with the first doubt. Thread-safe.
 */
final class Settlement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final long FIRST_PAUSE = Duration.ofMillis(100).toMillis();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toMillis();
    private static final Duration JOIN = Duration.ofSeconds(2);

    private final KeyMemory keys;
    private final Gateways gateways;
    private final CoreBooks books;
    private final EventSink sink;
    private final InstantSource clock;
    private Thread thread; // this and the next two are guarded by this
    private boolean woken;
    private boolean closed;

    Settlement(KeyMemory keys, Gateways gateways, CoreBooks books, EventSink sink, InstantSource clock) {
        this.keys = keys;
        this.gateways = gateways;
        this.books = books;
        this.sink = sink;
        this.clock = clock;
        keys.onDoubt(this::wake);
    }

    /** Looks at once at what is in doubt. */
    synchronized void wake() {
        if (closed || keys.doubts().isEmpty()) return;
        if (thread == null) {
            Thread settling = new Thread(this::run, "engine-settle");
            settling.setDaemon(true);
            settling.start();
            thread = settling;
        }
        woken = true;
        notifyAll();
    }

    private void run() {
        long pause = FIRST_PAUSE;
        while (!isClosed()) {
            for (KeyMemory.Doubt doubt : keys.doubts()) {
                settle(doubt);
                if (isClosed()) return;
            }
            pause = await(pause) ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Waits until something may have changed; answers whether somebody said so. */
    private synchronized boolean await(long pause) {
        try {
            if (!woken && !closed) wait(keys.doubts().isEmpty() ? 0 : pause);
        } catch (InterruptedException e) {
            closed = true; // nobody but close and the JVM's end interrupts this thread
        }
        boolean told = woken;
        woken = false;
        return told;
    }

    /** What became of a key; asks the gateways for what is in doubt or not known here. */
    Outcome outcome(String key) {
        Optional<KeyMemory.Doubt> doubt = keys.doubt(key);
        if (doubt.isPresent()) return settle(doubt.get());
        Outcome known = keys.outcome(key);
        if (!(known instanceof Outcome.NeverReceived)) return known;
        Outcome found = elsewhere(key);
        return found.isAccepted() || found instanceof Outcome.Refused ? found : keys.refusal(key).orElse(found);
    }

    private Outcome settle(KeyMemory.Doubt doubt) {
        Outcome found = gateways.find(GatewayPath.first(doubt.path())).map(gateway -> ask(gateway, doubt.key()))
                .orElseGet(() -> new Outcome.InDoubt(doubt.key(), "there is no gateway " + doubt.path()));
        if (found instanceof Outcome.InDoubt) found = reported(doubt).orElse(found);
        if (!keys.settle(doubt, found)) {
            Outcome known = keys.outcome(doubt.key());
            return known instanceof Outcome.InDoubt ? found : known;
        }
        report(doubt, found);
        return found;
    }

    /** What the orders and quotes that the gateway reported say; of those that were rejected only it knows. */
    private Optional<Outcome> reported(KeyMemory.Doubt doubt) {
        String key = doubt.key();
        Stream<Id> orders = books.orders().stream()
                .filter(order -> order.clientKey().equals(key) && order.status() != Status.REJECTED).map(Order::id);
        Stream<Id> quotes = books.quotes().stream()
                .filter(quote -> quote.clientKey().equals(key) && quote.status() != Status.REJECTED).map(Quote::id);
        return Stream.concat(orders, quotes)
                .filter(id -> GatewayPath.isUnder(id.value(), GatewayPath.first(doubt.path())))
                .findFirst().map(Outcome::accepted);
    }

    /** Looks for a key that this engine never sent, or does not remember. */
    private Outcome elsewhere(String key) {
        Outcome answer = new Outcome.NeverReceived(key);
        for (Gateway gateway : gateways.all()) {
            Outcome outcome = ask(gateway, key);
            if (outcome.isAccepted() || outcome instanceof Outcome.Refused) return outcome;
            boolean mayKnow = gateway.isRemote() || !keys.isLasting();
            if (outcome instanceof Outcome.InDoubt && mayKnow) answer = outcome;
        }
        return answer;
    }

    private static Outcome ask(Gateway gateway, String key) {
        GatewayState state = gateway.status().state();
        if (state != GatewayState.LIVE && state != GatewayState.STALE) {
            return new Outcome.InDoubt(key, gateway.name() + " is " + state + "; it will be asked once it is LIVE");
        }
        try {
            Outcome outcome = gateway.outcome(key);
            if (outcome != null) return outcome;
            LOG.error("gateway {} answered nothing", gateway.name());
        } catch (Throwable e) { // a faulty gateway must not end the settling of others
            LOG.error("gateway {} failed", gateway.name(), e);
        }
        return new Outcome.InDoubt(key, "gateway " + gateway.name() + " failed when it was asked");
    }

    private void report(KeyMemory.Doubt doubt, Outcome outcome) {
        String what = "what was sent with client key " + PlainText.of(doubt.key()) + " and was in doubt ";
        String text = outcome.acceptedId().map(id -> what + "was accepted as " + id)
                .or(() -> outcome.whyRefused().map(refusal -> what + "was refused: " + refusal))
                .orElse(what + "was never received, and is not sent again");
        LogLevel level = outcome.isAccepted() ? LogLevel.INFO : LogLevel.WARNING;
        sink.publish(new LogEntry(GatewayPath.first(doubt.path()), level, text, clock.instant()));
    }

    @Override
    public void close() {
        Thread ending;
        synchronized (this) {
            closed = true;
            notifyAll();
            ending = thread;
        }
        if (ending == null || Thread.currentThread() == ending) return;
        Bounded.join(ending, JOIN);
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway to the simulated exchange of one recording.
 *
 * <p>An order or quote that fails a check of the exchange is published as REJECTED and its sender told so by a refusal
 * with the same words. One of an unknown instrument, or sent while not LIVE, is only refused. Every tick of the
 * recording is published, subscribed or not.
 *
 * <p>Thread-safe. Lifecycle state is guarded by this object's monitor; the session is written by the replay thread
 * before LIVE is published. Closing is final; after DOWN for a bad file it can be connected again.
 */
final class SimGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(SimGateway.class);
    private static final long JOIN_MILLIS = 5_000;

    private record Session(Exchange exchange, BarArchive bars) {}

    private final GatewayContext context;
    private final RealTime time;
    private final RandomGenerator random;
    private final Pacer pacer;
    private final SimControls controls;
    private volatile GatewayStatus status; // written under this object's monitor
    private volatile Session session; // null until the first SYNCING
    private volatile ReplayCounts counts = new ReplayCounts();
    private Thread thread;
    private boolean closed;

    SimGateway(GatewayContext context) {
        this(context, RealTime.SYSTEM, new SecureRandom());
    }

    SimGateway(GatewayContext context, RealTime time, RandomGenerator random) {
        this.context = context;
        this.time = time;
        this.random = random;
        this.pacer = new Pacer(time);
        this.controls = new SimControls(pacer);
        this.status = new GatewayStatus(context.name(), GatewayState.DOWN, "", context.clock().instant());
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public synchronized void connect(Settings texts) {
        if (closed) throw new IllegalStateException(name() + " is closed; add a new gateway");
        if (status.state() != GatewayState.DOWN) return;
        SimSettings settings = SimSettings.of(texts);
        pacer.begin(settings.speed(), !settings.startsOnSubscribe());
        counts = new ReplayCounts();
        moveTo(GatewayState.CONNECTING, "reading " + settings.ticks().size() + " tick files");
        thread = new Thread(() -> run(settings), "sim-" + name());
        thread.setDaemon(true);
        thread.start();
    }

    private void run(SimSettings settings) {
        try {
            Recording recording = Recording.open(settings, name(), problem -> log(LogLevel.WARNING, problem));
            Exchange exchange = goLive(recording, settings);
            replay(recording, exchange, settings);
        } catch (InterruptedException e) {
            LOG.debug("{} ends as it is closed", Thread.currentThread().getName());
        } catch (RecordingException e) {
            fail(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed", Thread.currentThread().getName(), e);
            fail("connecting failed: " + e);
        }
    }

    private Exchange goLive(Recording recording, SimSettings settings) {
        moveTo(GatewayState.SYNCING, "");
        Exchange exchange = new Exchange(
                context, new Ids(context.clock().instant(), random), settings, recording.contracts(), time::nanos);
        exchange.publishStart();
        open(new Session(exchange, recording.bars()));
        log(LogLevel.INFO, "connected: " + recording.contracts().size() + " contracts, " + settings.ticks().size()
                + " tick files at speed " + SimControls.text(settings.speed()));
        moveTo(GatewayState.LIVE, "");
        return exchange;
    }

    /** Replays; if that cannot go on, orders still can, and the state tells that no tick comes any more. */
    private void replay(Recording recording, Exchange exchange, SimSettings settings) throws InterruptedException {
        try {
            new Replay(context, settings, recording, exchange, pacer, counts).run();
        } catch (RecordingException | IOException | RuntimeException e) {
            if (e instanceof RuntimeException) LOG.error("{} failed", Thread.currentThread().getName(), e);
            pacer.finish();
            log(LogLevel.ERROR, "the replay ends here: " + e.getMessage());
            moveTo(GatewayState.STALE, "the replay ended: " + e.getMessage());
        }
    }

    private synchronized void open(Session opened) {
        if (!closed) session = opened;
    }

    private void fail(String reason) {
        log(LogLevel.ERROR, reason);
        moveTo(GatewayState.DOWN, reason);
    }

    private synchronized void moveTo(GatewayState state, String detail) {
        if (closed) return;
        status = new GatewayStatus(name(), state, detail, context.clock().instant());
        context.sink().publish(status);
    }

    private void log(LogLevel level, String message) {
        context.sink().publish(new LogEntry(name(), level, message, context.clock().instant()));
    }

    @Override
    public GatewayStatus status() {
        return status;
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        Outcome outcome = listed(request.instrument());
        if (outcome.isAccepted()) pacer.start();
        return outcome;
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return listed(request.instrument());
    }

    private Outcome listed(InstrumentId instrument) {
        Session now = session;
        if (now == null) return notConnected();
        if (!now.exchange.lists(instrument)) return now.exchange.unknown(instrument);
        return Outcome.accepted(Id.of(name(), instrument.toString()));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        Session now = session;
        return now == null ? notConnected() : now.exchange.send(request);
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        Session now = session;
        return now == null ? notConnected() : now.exchange.cancelOrder(request.id());
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        Session now = session;
        return now == null ? notConnected() : now.exchange.send(request);
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        Session now = session;
        return now == null ? notConnected() : now.exchange.cancelQuote(request.id());
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        Session now = session;
        if (now == null) return new History.Refused(notConnected().whyRefused().orElseThrow());
        if (now.exchange.lists(request.instrument())) return now.bars.answer(request);
        return new History.Refused(now.exchange.unknown(request.instrument()).whyRefused().orElseThrow());
    }

    @Override
    public void queryAccounts(String path) {
        Session now = session;
        if (now != null) now.exchange.publishAccount();
    }

    @Override
    public void queryPositions(String path) {
        Session now = session;
        if (now != null) now.exchange.publishPositions();
    }

    @Override
    public Outcome outcome(String clientKey) {
        Session now = session;
        return now == null ? new Outcome.NeverReceived(clientKey) : now.exchange.outcome(clientKey);
    }

    private Outcome notConnected() {
        GatewayStatus now = status;
        return Outcome.refused("not-connected", name() + " is " + now.state()
                + (now.detail().isEmpty() ? "; connect it first" : ": " + now.detail()));
    }

    @Override
    public List<Monitor> monitors() {
        return List.of(controls.monitor(() -> counts, () -> {
            Session now = session;
            return now == null ? null : now.exchange;
        }));
    }

    @Override
    public List<Action> actions() {
        return controls.actions(() -> {
            Session now = session;
            if (now != null) now.exchange.publishValues();
        });
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            if (closed) return;
            if (status.state() != GatewayState.DOWN) moveTo(GatewayState.DOWN, "closed");
            closed = true;
            session = null;
            running = thread;
        }
        if (running == null || running == Thread.currentThread()) return;
        running.interrupt();
        try {
            running.join(JOIN_MILLIS);
            if (running.isAlive()) LOG.warn("{} did not end within {} ms", running.getName(), JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

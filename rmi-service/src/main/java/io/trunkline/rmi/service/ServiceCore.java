package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.plugin.RateMeter;
import io.trunkline.rmi.access.Rights;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.WireException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What all sessions share: the engine, and the log of its events.
 *
 * <p>Safe from any thread; the recorder itself is only touched on the event thread.
 */
final class ServiceCore implements AutoCloseable {

    private final MainEngine engine;
    private final EventLog log;
    private final EventRecorder recorder;
    private final LookUps lookUps;
    private final ServerActions actions;
    private final Registration tap;
    private final Map<View, Integer> views = new ConcurrentHashMap<>(); // their sets of records by number
    private final AtomicInteger lastView = new AtomicInteger(Digest.EVERYTHING);
    private final RateMeter rate = new RateMeter(0, System.nanoTime());

    /** Begins recording. The tables are what clients are shown of the service. */
    static ServiceCore open(MainEngine engine, ServiceSettings settings, MonitorTables tables) {
        return OnEventThread.call(engine.events(), () -> new ServiceCore(engine, settings, tables));
    }

    private ServiceCore(MainEngine engine, ServiceSettings settings, MonitorTables tables) {
        this.engine = engine;
        this.log = new EventLog(settings.logBytes());
        this.recorder = new EventRecorder(engine, log, settings.digestInterval());
        this.lookUps = new LookUps(engine, tables);
        this.actions = new ServerActions(engine);
        recorder.begin();
        tap = engine.events().tap(recorder);
    }

    MainEngine engine() {
        return engine;
    }

    EventLog log() {
        return log;
    }

    long through() {
        return log.through();
    }

    /** Looks how far the log is. To be called again and again. */
    void measure(long now) {
        rate.look(log.through(), now);
        log.wantStamp();
    }

    /** How many events a second are encoded, as of the last look. */
    double eventsPerSecond() {
        return rate.perSecond();
    }

    /** How many events could not be encoded. */
    long failures() {
        return recorder.failures();
    }

    /** Tells by the headers of frames what a view shows. */
    Sight sight(View view) {
        int number = view.isEverything() ? Digest.EVERYTHING
                : views.computeIfAbsent(view, each -> lastView.incrementAndGet());
        return recorder.sight(view, number);
    }

    /** Tells a session's sender where the session begins, as soon as the event thread gets to it. */
    void begin(Session session) {
        engine.events().execute(() -> {
            recorder.use(session.visitor().sight());
            session.sender().start(recorder.start());
        });
    }

    /** A session goes on that needs no start. */
    void resume(Session session) {
        engine.events().execute(() -> recorder.use(session.visitor().sight()));
    }

    /** A session that began or was resumed is over. */
    void end(Session session) {
        engine.events().execute(() -> recorder.release(session.visitor().sight()));
    }

    /** Has the log say what the books come to, if that is due. To be called again and again. */
    void digest() {
        if (recorder.isDigestDue()) engine.events().execute(recorder::digest);
    }

    /** Lets a session get an instrument's ticks, or no longer, from the next event on. */
    void changeFilter(Session session, String gateway, InstrumentId instrument, boolean wanted) {
        engine.events().execute(() -> {
            int number = wanted ? recorder.numberOf(gateway, instrument) : recorder.knownNumber(gateway, instrument);
            if (number == 0) return; // without a number there are no ticks of it
            byte[] image = wanted ? recorder.imageOf(gateway, instrument) : new byte[0];
            session.sender().change(new FilterChange(log.end(), number, wanted, image));
        });
    }

    /**
     * Asks the gateway at a path, or each gateway that a view shows if the path is empty; the first refusal is the
     * answer.
     */
    Outcome forEachGateway(String path, View view, Function<String, Outcome> query) {
        List<String> paths = path.isEmpty()
                ? engine.gateways().stream().map(Gateway::name).filter(view::seesGateway).toList() : List.of(path);
        Outcome outcome = Outcome.refused("unknown-gateway", "the server has no gateway");
        for (String each : paths) {
            outcome = query.apply(each);
            if (!outcome.isAccepted()) return outcome;
        }
        return outcome;
    }

    ServerActions actions() {
        return actions;
    }

    /** Whether a view shows an order or quote that the books may not have yet. */
    boolean isVisible(Id id, View view) {
        return engine.order(id).map(view::sees).or(() -> engine.quote(id).map(view::sees)).orElse(true);
    }

    byte[] lookUp(byte[] request, Rights rights) throws WireException {
        return lookUps.answer(request, rights);
    }

    @Override
    public void close() {
        tap.close();
    }
}

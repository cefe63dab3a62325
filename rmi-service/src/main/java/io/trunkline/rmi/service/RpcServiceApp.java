package io.trunkline.rmi.service;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Latencies;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The app: starts and stops the service and shows what it is doing. Safe from any thread. */
final class RpcServiceApp implements App {

    private static final List<String> SESSION_COLUMNS = List.of("session", "client", "address", "since", "lag",
            "conflated", "sent bytes", "refused", "state", "instruments", "lag KiB", "sent events", "acknowledged",
            "events/s", "KiB/s", "encoded to written p50 us", "encoded to written p99 us");

    private final MainEngine engine;
    private volatile RunningService running; // written under this object's monitor

    RpcServiceApp(MainEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return RpcServiceProvider.TYPE;
    }

    @Override
    public synchronized void start(Settings settings) {
        if (running != null) throw new IllegalStateException("the service is running already, on " + running.address());
        Optional<Path> home = engine.options().home();
        ServiceSettings checked = ServiceSettings.of(settings, home);
        running = new RunningService(engine, checked, AccessSettings.of(settings, home, checked), this::monitors);
        engine.log(LogLevel.INFO, name(), "RPC service started on " + running.address() + (checked.tls().isPresent()
                ? " with TLS" : ""));
        checked.foreignKeys().ifPresent(warning -> engine.log(LogLevel.WARNING, name(), warning));
        if (checked.isExposed()) {
            engine.log(LogLevel.WARNING, name(), "anybody who reaches " + running.address() + " can trade, and anybody"
                    + " on the way can read and change everything: there is no TLS (insecure=true); make keys with"
                    + " trunkline keys init");
        }
    }

    @Override
    public synchronized void stop() {
        RunningService service = running;
        if (service == null) return;
        running = null;
        service.close();
        engine.log(LogLevel.INFO, name(), "RPC service stopped");
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public String status() {
        RunningService service = running;
        return service == null ? "" : service.address();
    }

    @Override
    public List<Monitor> monitors() {
        return List.of(
                new Monitor("sessions", SESSION_COLUMNS, this::sessionRows),
                new Monitor("service", List.of("figure", "value"), this::figureRows));
    }

    private List<List<Object>> sessionRows() {
        RunningService service = running;
        if (service == null) return List.of();
        return service.sessions().list().stream().map(RpcServiceApp::sessionRow).toList();
    }

    private static List<Object> sessionRow(Sessions.Entry entry) {
        Session session = entry.session();
        SessionSender sender = session.sender();
        SentCounts counts = sender.counts();
        LogPlace behind = sender.behind();
        Latencies times = sender.times();
        return List.of(session.number(), session.clientName(), session.peer(), session.since(), behind.sequence(),
                counts.conflated(), counts.bytes(), entry.servant().refused(), sender.state(),
                sender.wantsAll() ? "all" : sender.instruments(), behind.position() >> 10, counts.events(),
                session.acknowledged(), counts.eventsPerSecond(), kibibytes(counts.bytesPerSecond()),
                Latencies.micros(times.p50()), Latencies.micros(times.p99()));
    }

    private static double kibibytes(double bytes) {
        return Math.round(bytes / 102.4) / 10.0;
    }

    private List<List<Object>> figureRows() {
        RunningService service = running;
        if (service == null) return List.of();
        EventLog log = service.core().log();
        List<List<Object>> figures = new ArrayList<>(List.of(
                List.of("address", service.address()),
                List.of("epoch", service.epoch().toString()),
                List.of("sequence", service.core().through()),
                List.of("sessions", service.sessions().list().size()),
                List.of("connections", service.port().connections()),
                List.of("connections turned away", service.port().turnedAway()),
                List.of("clients refused", service.refusedClients()),
                List.of("events not encoded", service.core().failures()),
                List.of("ticks conflated", log.totals().conflated.sum()),
                List.of("ticks conflated in the engine's queue", engine.events().stats().conflated()),
                List.of("sessions reset", log.totals().resets.sum()),
                List.of("log MiB", log.capacity() >> 20),
                List.of("log reaches back s", TimeUnit.NANOSECONDS.toSeconds(log.retention().nanos())),
                List.of("encoded events/s", service.core().eventsPerSecond()),
                List.of("sent events/s", service.sessions().total(SentCounts::eventsPerSecond)),
                List.of("sent KiB/s", kibibytes(service.sessions().total(SentCounts::bytesPerSecond))),
                List.of("events queued in the engine", engine.events().stats().queued()),
                List.of("handler faults", engine.events().stats().failed())));
        figures.addAll(engine.events().waits().figures("published to dispatched"));
        return figures;
    }

    @Override
    public List<Action> actions() {
        return List.of(new Action("disconnect", "Ends a client's session; the client may connect again.",
                List.of(SettingDescriptor.of("session", SettingType.INTEGER, "", "the session's number")),
                this::disconnect));
    }

    private String disconnect(Settings parameters) {
        RunningService service = running;
        int number = parameters.integer("session", 1, Integer.MAX_VALUE);
        Session session = service == null ? null : service.sessions().find(number).orElse(null);
        if (session == null) throw new IllegalArgumentException("there is no session " + number);
        session.end("disconnected by the server's operator");
        return "session " + number + " of " + session.clientName() + " ended";
    }

    @Override
    public void close() {
        stop();
    }
}

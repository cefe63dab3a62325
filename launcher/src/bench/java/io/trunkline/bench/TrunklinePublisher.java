package io.trunkline.bench;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server whose one gateway publishes what the benchmark says. */
final class TrunklinePublisher implements Publisher {

    private static final String SERVICE = "RpcService";
    private static final String OPTION = SERVICE + ".";

    private final MainEngine engine;
    private final App service;
    private final EventSink sink;
    private final DirectEvents direct; // null if the engine's own thread hands out events

    /**
     * Starts the server; without {@code engines} the publishing thread stands for the event thread.
     *
     * @param bind where it listens
     * @param keys what to tell the service of TLS
     */
    TrunklinePublisher(PublishSpec spec, String bind, Map<String, String> keys, boolean engines)
            throws InterruptedException {
        engine = MainEngine.create(EngineOptions.DEFAULTS);
        BenchGateway.Provider gateway = new BenchGateway.Provider();
        engine.addGateway(gateway, Workload.GATEWAY);
        for (Contract contract : spec.workload().contracts()) gateway.sink().publish(contract);
        Await.until("the books have the contracts",
                () -> engine.contracts().size() == spec.workload().contracts().size());
        direct = engines ? null : new DirectEvents();
        sink = engines ? gateway.sink() : direct;
        AppProvider provider =
                engine.appTypes().stream().filter(type -> type.type().equals(SERVICE)).findFirst().orElseThrow();
        service = provider.create(engines ? engine : DirectEngine.of(engine, direct));
        Map<String, String> settings = settings(bind, spec.options());
        settings.putAll(keys);
        service.start(Settings.parse(provider.settings(), settings));
    }

    private static Map<String, String> settings(String bind, Map<String, String> options) {
        Map<String, String> settings = new HashMap<>(Map.of("bind", bind, "port", "0"));
        options.forEach((key, value) -> {
            if (key.startsWith(OPTION)) settings.put(key.substring(OPTION.length()), value);
        });
        return settings;
    }

    @Override
    public String address() {
        return service.status();
    }

    @Override
    public void awaitSubscribers(int count) throws InterruptedException {
        Await.until(count + " sessions", () -> rows("sessions").size() == count);
        engine.events().execute(() -> { });
    }

    private List<List<Object>> rows(String monitor) {
        return service.monitors().stream().filter(each -> each.name().equals(monitor)).findFirst().orElseThrow()
                .rows().get();
    }

    @Override
    public void publish(Tick tick) {
        sink.publish(tick);
    }

    @Override
    public void flush() {
        if (direct != null) direct.rest();
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        sink.awaitRoom();
    }

    @Override
    public void awaitHandled() throws InterruptedException {
        Await.until("the queue is empty", () -> engine.events().stats().queued() == 0);
    }

    @Override
    public void close() {
        service.close();
        engine.close();
    }
}

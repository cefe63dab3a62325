package io.trunkline.bench;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Settings;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** A client's gateway without an engine behind it: its sink hands on ticks at once. */
final class GatewaySubscriber implements EventSink {

    static final String TYPE = "RPC";

    private final Consumer<Tick> handler;
    private volatile GatewayState state = GatewayState.DOWN;

    private GatewaySubscriber(Consumer<Tick> handler) {
        this.handler = handler;
    }

    static Closeable of(SubscribeSpec spec, Map<String, String> keys, Consumer<Tick> handler)
            throws InterruptedException {
        GatewayProvider provider = ServiceLoader.load(GatewayProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(each -> each.type().equals(TYPE)).findFirst().orElseThrow();
        GatewaySubscriber sink = new GatewaySubscriber(handler);
        Gateway gateway = provider.create(GatewayContext.of(TYPE, sink, InstantSource.system()));
        Map<String, String> settings = settings(spec);
        settings.putAll(keys);
        gateway.connect(Settings.parse(provider.settings(), settings));
        Await.until("the gateway is live", () -> sink.state == GatewayState.LIVE);
        for (InstrumentId instrument : spec.instruments()) {
            Outcome outcome = gateway.subscribe(new SubscribeRequest(TYPE + "." + Workload.GATEWAY, instrument));
            if (!outcome.isAccepted()) throw new IllegalStateException("not subscribed: " + outcome);
        }
        return gateway::close;
    }

    /** The settings of a gateway for a subscriber. */
    static Map<String, String> settings(SubscribeSpec spec) {
        Map<String, String> settings = new HashMap<>();
        settings.put("address", spec.address());
        settings.put("name", "bench-" + spec.index());
        settings.put("ticks", spec.instruments().isEmpty() ? "all" : "subscribed");
        return settings;
    }

    @Override
    public void publish(Event event) {
        if (event instanceof Tick tick) handler.accept(tick);
        else if (event instanceof GatewayStatus status && status.gateway().equals(TYPE)) state = status.state();
    }

    @Override
    public void awaitRoom() {}

    @Override
    public Duration lag() {
        return Duration.ZERO;
    }
}

package io.trunkline.bench;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.time.Duration;
import java.util.function.Consumer;

/** A whole client: an engine whose gateway is connected to the service. */
final class EngineSubscriber {

    private EngineSubscriber() {}

    static Closeable of(SubscribeSpec spec, Consumer<Tick> handler) throws InterruptedException {
        MainEngine engine = MainEngine.create();
        engine.events().on(Tick.class, handler::accept);
        engine.addGateway(GatewaySubscriber.TYPE);
        engine.connect(GatewaySubscriber.TYPE, GatewaySubscriber.settings(spec));
        if (!engine.awaitState(GatewaySubscriber.TYPE, GatewayState.LIVE, Duration.ofSeconds(30))) {
            throw new IllegalStateException("not live: " + engine.gatewayStatus(GatewaySubscriber.TYPE));
        }
        for (InstrumentId instrument : spec.instruments()) {
            Outcome outcome = engine.subscribe(
                    new SubscribeRequest(GatewaySubscriber.TYPE + "." + Workload.GATEWAY, instrument));
            if (!outcome.isAccepted()) throw new IllegalStateException("not subscribed: " + outcome);
        }
        return engine::close;
    }
}

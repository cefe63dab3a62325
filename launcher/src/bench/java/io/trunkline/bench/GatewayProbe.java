package io.trunkline.bench;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.plugin.Settings;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client's gateway that counts the records of its snapshot. */
final class GatewayProbe implements EventSink, Closeable {

    private final Gateway gateway;
    private final CountDownLatch live = new CountDownLatch(1);
    private volatile int contracts; // both written by the gateway's stream thread only
    private volatile int orders;

    /** Begins to connect. */
    GatewayProbe(String address) {
        GatewayProvider provider = ServiceLoader.load(GatewayProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(each -> each.type().equals(GatewaySubscriber.TYPE)).findFirst().orElseThrow();
        gateway = provider.create(GatewayContext.of(GatewaySubscriber.TYPE, this, InstantSource.system()));
        gateway.connect(Settings.parse(provider.settings(), Map.of("address", address, "name", "bench")));
    }

    void awaitLive() throws InterruptedException {
        if (!live.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("not live: " + gateway.status());
    }

    /** Throws if the snapshot had other numbers of records. */
    void check(int expectedContracts, int expectedOrders) {
        if (contracts == expectedContracts && orders == expectedOrders) return;
        throw new IllegalStateException("a snapshot of " + contracts + " contracts and " + orders + " orders");
    }

    @Override
    public void publish(Event event) {
        if (event instanceof Contract) contracts = contracts + 1;
        else if (event instanceof Order) orders = orders + 1;
        else if (event instanceof GatewayStatus status && status.gateway().equals(GatewaySubscriber.TYPE)
                && status.state() == GatewayState.LIVE) live.countDown();
    }

    @Override
    public void awaitRoom() {}

    @Override
    public Duration lag() {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
